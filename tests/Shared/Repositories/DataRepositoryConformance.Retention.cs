namespace Semel;

/// <summary>What is removed from a history, and what never is.</summary>
public abstract partial class DataRepositoryConformance
{
    private static readonly DateTimeOffset Day0 = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact, Trait("Feature", "C8")]
    public async Task Trim_ByCount_LeavesTheNewestVersions_AndTheNextWriteGoesOn()
    {
        var repository = await CreateAsync(10);

        var removed = await repository.TrimHistoryAsync("prod", new() { Versions = 3 }, dryRun: false);

        Assert.Equal((Key, 1L, 6L, 6L), Assert.Single(removed) is var one ? (one.Key, one.First, one.Last, one.Count) : default);
        Assert.Equal([7, 8, 9, 10], await VersionsAsync(repository));
        Assert.Equal(11, (await Another(repository).TryWriteAsync(Sample.Gone(), 10))!.Version);
        Assert.Equal([7, 8, 9, 10, 11], await VersionsAsync(repository));
    }

    [Theory, Trait("Feature", "C8")]
    [InlineData(1, 0, 1)] // all were current at the first day or later
    [InlineData(1, 5, 5)] // version 5 was current until day 5, when version 6 replaced it
    [InlineData(1, 5.5, 6)]
    [InlineData(8, 5, 2)] // both say what stays
    [InlineData(1, 100, 9)] // the last but one stays, however old
    public async Task Trim_ByAge_LeavesWhatWasCurrentSince(int versions, double day, long first)
    {
        var repository = await CreateAsync(10);

        await repository.TrimHistoryAsync("prod", new() { Versions = versions, Since = Day0.AddDays(day) }, dryRun: false);

        Assert.Equal(Enumerable.Range((int)first, 11 - (int)first).Select(version => (long)version), await VersionsAsync(repository));
    }

    [Fact, Trait("Feature", "C8")]
    public async Task DryRun_RemovesNothing_AndSaysWhatTheRunRemoves()
    {
        var repository = await CreateAsync(10);
        await repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", "web-0")), 0);
        await WriteAsync(repository, new("prod", "Certificates", "web"), 4);
        await WriteAsync(repository, new("test", "Droplets", "web-1"), 4);
        var retention = new Retention { Versions = 2 };

        var planned = await repository.TrimHistoryAsync("prod", retention, dryRun: true);

        Assert.Equal(["prod/Certificates/web", "prod/Droplets/web-1"], planned.Select(one => one.Key.ToString()));
        Assert.Equal(Enumerable.Range(1, 10).Select(version => (long)version), await VersionsAsync(repository));
        var bytes = await repository.HistoryAsync(Key).Take(7).Select(record => RecordJson.Write(record).LongLength).SumAsync();
        Assert.Equal((1L, 7L, bytes), (planned[1].First, planned[1].Last, planned[1].Bytes));
        Assert.Equal(planned, await repository.TrimHistoryAsync("prod", retention, dryRun: false));
        Assert.Empty(await repository.TrimHistoryAsync("prod", retention, dryRun: false));
        Assert.Equal([8, 9, 10], await VersionsAsync(repository));
        Assert.Equal([1, 2, 3, 4], await repository.HistoryAsync(new("test", "Droplets", "web-1")).Select(record => record.Version).ToListAsync());
    }

    [Theory, Trait("Feature", "C8")]
    [InlineData("intent", false)]
    [InlineData("deleting", false)]
    [InlineData("pending", false)]
    [InlineData("follow-up", false)]
    [InlineData("retiring", false)]
    [InlineData("gone, retiring", false)]
    [InlineData("live", true)]
    [InlineData("failed", true)]
    [InlineData("gone", true)]
    [InlineData("moved", true)]
    public async Task HistoryOfWhatIsUnfinished_IsEvidence_AndStays(string state, bool goes)
    {
        var repository = await CreateAsync(5);
        var atRest = AtRest(Key);
        await repository.TryWriteAsync(
            state switch
            {
                "intent" => Sample.Intent(),
                "deleting" => Sample.Deleting(),
                "pending" => atRest with { Readiness = Readiness.Pending },
                "follow-up" => atRest with { PendingFollowUps = ["attach"] },
                "retiring" => atRest with { Retiring = ["1"] },
                "gone, retiring" => Sample.Gone() with { Retiring = ["1"] },
                "live" => atRest,
                "failed" => atRest with { Readiness = Readiness.Failed },
                "gone" => Sample.Gone(),
                "moved" => Sample.Moved(),
                _ => throw new ArgumentOutOfRangeException(nameof(state)),
            },
            5);

        var removed = await repository.TrimHistoryAsync("prod", new(), dryRun: false);

        Assert.Equal(goes ? 1 : 0, removed.Count);
        Assert.Equal(goes ? [5, 6] : [1, 2, 3, 4, 5, 6], await VersionsAsync(repository));
    }

    [Fact, Trait("Feature", "C8")]
    public async Task CurrentVersion_AndTheOneBeforeIt_AlwaysStay()
    {
        var repository = await CreateAsync(2);

        Assert.Empty(await repository.TrimHistoryAsync("prod", new() { Since = DateTimeOffset.MaxValue }, dryRun: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Retention { Versions = 0 });

        Assert.Equal([1, 2], await VersionsAsync(repository));
    }

    [Fact, Trait("Feature", "C8")]
    public async Task Trim_WhileOthersWriteAndRead_LosesNothingElse_AndNoReaderSeesAGap()
    {
        var repository = await CreateAsync(1);
        var another = Another(repository);
        var writing = Task.Run(() => WriteAsync(another, Key, 80, from: 1));
        var removed = 0L;

        while (!writing.IsCompleted)
        {
            var history = await another.HistoryAsync(Key).Select(record => record.Version).ToListAsync();
            Assert.Equal(Enumerable.Range((int)history[0], history.Count).Select(version => (long)version), history);
            removed += (await repository.TrimHistoryAsync("prod", new() { Versions = 2 }, dryRun: false)).Sum(one => one.Count);
        }

        await writing;
        removed += (await another.TrimHistoryAsync("prod", new() { Versions = 2 }, dryRun: false)).Sum(one => one.Count);
        Assert.Equal([78, 79, 80], await VersionsAsync(repository));
        Assert.Equal(77, removed);
    }

    private static LiveRecord AtRest(ResourceKey key) => Sample.Live(key) with { Readiness = Readiness.Ready, PendingFollowUps = [], Retiring = [] };

    private async Task<IDataRepository> CreateAsync(int versions)
    {
        var repository = Create();
        await WriteAsync(repository, Key, versions);
        return repository;
    }

    /// <summary>A version a day.</summary>
    private static async Task WriteAsync(IDataRepository repository, ResourceKey key, int versions, int from = 0)
    {
        for (var version = from; version < versions; version++)
        {
            var record = AtRest(key);
            Assert.NotNull(await repository.TryWriteAsync(record with { Provenance = record.Provenance with { At = Day0.AddDays(version) } }, version));
        }
    }

    private static ValueTask<List<long>> VersionsAsync(IDataRepository repository) => repository.HistoryAsync(Key).Select(record => record.Version).ToListAsync();
}
