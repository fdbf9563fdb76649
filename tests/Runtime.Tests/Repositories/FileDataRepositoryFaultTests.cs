namespace Semel.Runtime.Tests;

/// <summary>What the disk, and people, do to the folder.</summary>
public sealed class FileDataRepositoryFaultTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Theory, Trait("Feature", "C2")]
    [InlineData(WriteStep.Compared, 2)]
    [InlineData(WriteStep.Prepared, 2)]
    [InlineData(WriteStep.Kept, 2)]
    [InlineData(WriteStep.Published, 3)]
    internal async Task CrashAtAStep_LeavesAWholeVersion_AndTheNextWriteGoesOn(WriteStep fatal, long expected)
    {
        await WriteAsync(2);
        var dying = new FileDataRepository(Folder) { OnStep = step => { if (step == fatal) throw new CrashException(); } };

        await Assert.ThrowsAsync<CrashException>(async () => await dying.TryWriteAsync(Sample.Gone(), 2));

        var repository = new FileDataRepository(Folder);
        Assert.Equal(expected, (await repository.FindAsync(Sample.Key))!.Version);
        Assert.Equal(expected + 1, (await repository.TryWriteAsync(Sample.Live(), expected))!.Version);
        Assert.Equal(Enumerable.Range(1, (int)expected + 1).Select(version => (long)version), await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
        Assert.DoesNotContain(TemporaryFolder.Files(Folder), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact, Trait("Feature", "C2")]
    public async Task TemporaryFilesOfACrash_AreIgnored_AndReplacedByTheNextWrite()
    {
        await WriteAsync(2);
        var record = TemporaryFolder.RecordIn(Folder);
        var history = Assert.Single(TemporaryFolder.Files(Folder), path => path.Contains(".history", StringComparison.Ordinal));
        await File.WriteAllTextAsync(record + ".tmp", "{ torn");
        await File.WriteAllTextAsync(history.Replace("1.json", "2.json.tmp", StringComparison.Ordinal), "{ torn");
        var repository = new FileDataRepository(Folder);

        Assert.Equal([1, 2], await repository.HistoryAsync(Sample.Key).Select(version => version.Version).ToListAsync());
        Assert.Single(await repository.ListAsync("prod").ToListAsync());
        Assert.NotNull(await repository.TryWriteAsync(Sample.Live(), 2));

        Assert.DoesNotContain(TemporaryFolder.Files(Folder), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FileWhereTheFolderShouldBe_IsAnError_AlsoForReading()
    {
        await File.WriteAllTextAsync(Folder, "a file");

        await AssertAllRefuse(new FileDataRepository(Folder), Folder);
        await AssertAllRefuse(new FileDataRepository(Path.Combine(Folder, "below")), Folder);
    }

    [Fact]
    public async Task FolderThatCannotBeMade_IsAnError()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc, where nobody can make a folder.");

        var error = await Assert.ThrowsAsync<StateException>(async () => await new FileDataRepository("/proc/semel").TryWriteAsync(Sample.Live(), 0));

        Assert.Contains("/proc/semel", error.Message);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task FolderThatVanishes_IsNotTakenForEmpty_AndIsUsedAgainWhenItIsBack()
    {
        await WriteAsync(2);
        var repository = new FileDataRepository(Folder);
        Assert.Equal(2, (await repository.FindAsync(Sample.Key))!.Version);
        Directory.Move(Folder, Folder + "-away");

        await AssertAllRefuse(repository, "was there before and is gone", expectedVersion: 2);
        await Assert.ThrowsAsync<StateException>(async () => await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));
        Assert.Null(await repository.FindHolderAsync(Sample.Key));
        Assert.False(Path.Exists(Folder));

        Directory.Move(Folder + "-away", Folder);
        Assert.Equal(3, (await repository.TryWriteAsync(Sample.Gone(), 2))!.Version);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task RecordThatVanishesWithItsHistory_BetweenReadAndWrite_IsAnError()
    {
        await WriteAsync(2);
        var repository = new FileDataRepository(Folder);
        Directory.Delete(Directory.GetParent(TemporaryFolder.RecordIn(Folder))!.FullName, recursive: true);

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Gone(), 2));

        Assert.Contains("version 2 of it was read before", error.Message);
        Assert.Contains("Nothing was written", error.Message);
        Assert.Empty(await repository.ListAsync("prod").ToListAsync());
    }

    [Fact, Trait("Feature", "C6")]
    public async Task RecordThatIsMissing_WhileItsHistoryIsThere_IsNotAbsent()
    {
        await WriteAsync(3);
        File.Delete(TemporaryFolder.RecordIn(Folder));

        var error = await AssertAllRefuse(new FileDataRepository(Folder), Folder, expectedVersion: 0);

        Assert.Contains("is missing", error.Message);
        Assert.Contains(".history", error.Message);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task RecordAndHistoryMovedAway_AreAbsent()
    {
        await WriteAsync(3);
        Directory.Delete(Directory.GetParent(TemporaryFolder.RecordIn(Folder))!.FullName, recursive: true);

        Assert.Null(await new FileDataRepository(Folder).FindAsync(Sample.Key));
    }

    [Fact, Trait("Feature", "C6")]
    public async Task OlderVersionPutBack_IsNoticed()
    {
        await WriteAsync(5);
        var record = TemporaryFolder.RecordIn(Folder);
        File.Copy(Path.Combine(HistoryFolder, "2.json"), record, overwrite: true);

        var error = await AssertAllRefuse(new FileDataRepository(Folder), record, expectedVersion: 2);

        Assert.Contains("version 3", error.Message);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task NewestVersionOfTheHistoryPutBack_IsTheRecordAgain()
    {
        await WriteAsync(5);
        var record = TemporaryFolder.RecordIn(Folder);
        await File.WriteAllTextAsync(record, "");
        File.Copy(Path.Combine(HistoryFolder, "4.json"), record, overwrite: true);
        var repository = new FileDataRepository(Folder);

        Assert.Equal(4, (await repository.FindAsync(Sample.Key))!.Version);
        Assert.Equal(5, (await repository.TryWriteAsync(Sample.Gone(), 4))!.Version);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task GapInTheHistory_IsAnError_AndAHistoryCutAtItsOldEndIsNot()
    {
        await WriteAsync(5);
        var repository = new FileDataRepository(Folder);
        File.Delete(Path.Combine(HistoryFolder, "1.json"));
        Assert.Equal([2, 3, 4, 5], await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());

        File.Delete(Path.Combine(HistoryFolder, "3.json"));

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.HistoryAsync(Sample.Key).ToListAsync());
        Assert.Contains("Version 3", error.Message);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task RecordOfAnotherKey_IsAnError_InFindAndInList()
    {
        var repository = new FileDataRepository(Folder);
        await WriteAsync(1);
        await repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", "web-2")), 0);
        var other = RecordPaths.Of(Folder, new("prod", "Droplets", "web-2")).Record;
        File.Copy(RecordPaths.Of(Folder, Sample.Key).Record, other, overwrite: true);

        var find = await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(new("prod", "Droplets", "web-2")));
        var list = await Assert.ThrowsAsync<StateException>(async () => await repository.ListAsync("prod").ToListAsync());

        Assert.All([find, list], error => Assert.Contains("prod/Droplets/web-1", error.Message));
        Assert.All([find, list], error => Assert.Equal(other, error.Location));
    }

    private string HistoryFolder => RecordPaths.Of(Folder, Sample.Key).History;

    private static async Task<StateException> AssertAllRefuse(FileDataRepository repository, string named, long expectedVersion = 0)
    {
        StateException[] errors =
        [
            await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key)),
            await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Live(), expectedVersion)),
            await Assert.ThrowsAsync<StateException>(async () => await repository.ListAsync("prod").ToListAsync()),
            await Assert.ThrowsAsync<StateException>(async () => await repository.ListAsync("prod", "Droplets").ToListAsync()),
            await Assert.ThrowsAsync<StateException>(async () => await repository.HistoryAsync(Sample.Key).ToListAsync()),
        ];
        Assert.All(errors, error => Assert.Contains(named, error.Message));
        return errors[0];
    }

    private async Task WriteAsync(int versions)
    {
        var repository = new FileDataRepository(Folder);
        for (var version = 0; version < versions; version++) Assert.NotNull(await repository.TryWriteAsync(Sample.Live(id: $"{version}"), version));
    }

    private sealed class CrashException : Exception;
}
