namespace Semel.Runtime.Tests;

/// <summary>Old versions are removed from files: what a crash, a torn file or a create that begins meanwhile leaves.</summary>
[Trait("Feature", "C8")]
public sealed class FileRetentionTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task CrashBetweenTwoRemovals_LeavesAContiguousHistory(int removals)
    {
        await WriteAtRestAsync(Sample.Key, 8);
        var removed = 0;
        var dying = new FileDataRepository(Folder) { OnStep = step => { if (step == WriteStep.Removed && ++removed == removals) throw new CrashException(); } };

        await Assert.ThrowsAsync<CrashException>(async () => await dying.TrimHistoryAsync("prod", new(), dryRun: false));

        var repository = new FileDataRepository(Folder);
        Assert.Equal(Enumerable.Range(removals + 1, 8 - removals).Select(version => (long)version), await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
        Assert.Equal(6 - removals, Assert.Single(await repository.TrimHistoryAsync("prod", new(), dryRun: false)).Count);
    }

    [Fact]
    public async Task RecordThatCannotBeRead_KeepsAllHistories()
    {
        await WriteAtRestAsync(new("prod", "Droplets", "a"), 5);
        await WriteAtRestAsync(new("prod", "Droplets", "b"), 5);
        var repository = new FileDataRepository(Folder);
        await File.WriteAllTextAsync(RecordPaths.Of(Folder, new("prod", "Droplets", "b")).Version(2), "torn");

        await Assert.ThrowsAsync<StateException>(async () => await repository.TrimHistoryAsync("prod", new(), dryRun: false));

        Assert.Equal(5, await repository.HistoryAsync(new("prod", "Droplets", "a")).CountAsync());
    }

    [Fact]
    public async Task CreateThatBegins_WhileOldVersionsAreRemoved_KeepsWhatIsLeft()
    {
        await WriteAtRestAsync(Sample.Key, 100);
        var beginning = new FileDataRepository(Folder) { LocksWrites = false };
        var removed = 0;
        var repository = new FileDataRepository(Folder)
        {
            OnStep = step =>
            {
                if (step == WriteStep.Removed && ++removed == 1) Assert.NotNull(beginning.TryWriteAsync(Sample.Intent(), 100).AsTask().GetAwaiter().GetResult());
            },
        };

        var result = await repository.TrimHistoryAsync("prod", new(), dryRun: false);

        Assert.InRange(Assert.Single(result).Count, 1, 50);
        var left = await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync();
        Assert.Equal(Enumerable.Range((int)result[0].Last + 1, 101 - (int)result[0].Last).Select(version => (long)version), left);
    }

    private async Task WriteAtRestAsync(ResourceKey key, int versions)
    {
        var repository = new FileDataRepository(Folder);
        for (var version = 0; version < versions; version++) Assert.NotNull(await repository.TryWriteAsync(Sample.Gone() with { Key = key }, version));
    }

    private sealed class CrashException : Exception;
}
