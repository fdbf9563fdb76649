namespace Semel;

/// <summary>What every data repository has to do. A new one derives from this and says how it is made.</summary>
[Trait("Feature", "C1")]
public abstract partial class DataRepositoryConformance
{
    private static readonly ResourceKey Key = Sample.Key;

    /// <summary>An empty repository of its own for this test; with the given clock where a test has to control waits.</summary>
    protected abstract IDataRepository Create(TimeProvider? timeProvider = null);

    /// <summary>Another runner's view of the same data.</summary>
    protected abstract IDataRepository Another(IDataRepository repository, TimeProvider? timeProvider = null);

    /// <summary>An empty repository that shares nothing with the one of <see cref="Create"/>.</summary>
    protected abstract IDataRepository CreateElsewhere();

    [Fact]
    public async Task UnknownKey_HasNoRecord_AndNoHistory()
    {
        var repository = Create();

        Assert.Null(await repository.FindAsync(Key));
        Assert.Empty(await repository.HistoryAsync(Key).ToListAsync());
        Assert.Empty(await repository.ListAsync(Key.Scope).ToListAsync());
        Assert.Empty(await repository.ListAsync(Key.Scope, Key.Model).ToListAsync());
    }

    [Fact]
    public async Task EveryRecordType_IsFoundAsItWasWritten_ByAnotherRunner()
    {
        var repository = Create();
        var version = 0L;
        foreach (var record in Sample.OfEachType)
        {
            var written = await repository.TryWriteAsync(record with { Version = 99 }, version);
            var found = await Another(repository).FindAsync(Key);

            Assert.Equal(++version, written!.Version);
            Assert.Equal(Sample.Text(record with { Version = version }), Sample.Text(written));
            Assert.Equal(Sample.Text(written), Sample.Text(found));
            Assert.IsType(record.GetType(), found);
        }
    }

    [Fact, Trait("Feature", "C4")]
    public async Task ResourceWithAStatusOfItsOwn_StaysLive_AndUntouched()
    {
        var repository = Create();

        await repository.TryWriteAsync(Sample.Live(), 0);
        var found = Assert.IsType<LiveRecord>(await repository.FindAsync(Key));

        Assert.Equal(Sample.Attributes().ToJsonString(), found.Attributes.ToJsonString());
        Assert.Equal("not_found", found.Attributes["status"]!.GetValue<string>());
        Assert.Contains("\"price\":1.10", found.Attributes.ToJsonString());
        Assert.Contains("\"big\":123456789012345678901234567890", found.Attributes.ToJsonString());
    }

    [Theory, Trait("Feature", "C3")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task WriteOverAnotherVersion_WritesNothing(long expectedVersion)
    {
        var repository = Create();
        await repository.TryWriteAsync(Sample.Intent(), 0);
        var current = await repository.TryWriteAsync(Sample.Live(), 1);

        Assert.Null(await repository.TryWriteAsync(Sample.Gone(), expectedVersion));

        Assert.Equal(Sample.Text(current), Sample.Text(await repository.FindAsync(Key)));
        Assert.Equal([1, 2], await repository.HistoryAsync(Key).Select(record => record.Version).ToListAsync());
    }

    [Fact, Trait("Feature", "C6")]
    public async Task WriteOverAVersion_OfAKeyWithoutRecord_IsAnError_BecauseTheVersionThatWasReadIsLost()
    {
        var repository = Create();

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Live(), 1));

        Assert.Contains("version 1 of it was read before", error.Message);
        Assert.Null(await repository.FindAsync(Key));
    }

    [Fact, Trait("Feature", "C3")]
    public async Task ManyTasksOfTwoRunners_OnOneKey_OneWins()
    {
        var first = Create();
        var second = Another(first);

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(number =>
            Task.Run(async () => await (number % 2 == 0 ? first : second).TryWriteAsync(Sample.Live(id: $"{number}"), 0))));

        var winner = Assert.Single(results, result => result is not null);
        Assert.Equal(Sample.Text(winner), Sample.Text(await first.FindAsync(Key)));
    }

    [Fact, Trait("Feature", "C3")]
    public async Task ManyTasks_OnKeysOfTheirOwn_AllWin()
    {
        var repository = Create();

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(number =>
            Task.Run(async () => await repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", $"web-{number}")), 0))));

        Assert.All(results, Assert.NotNull);
    }

    [Fact]
    public async Task WhatWasGivenAndReturned_IsACopy()
    {
        var repository = Create();
        var given = Sample.Live();
        var before = Sample.Text(given with { Version = 1 });

        var written = (LiveRecord)(await repository.TryWriteAsync(given, 0))!;
        given.Attributes["status"] = "changed";
        written.Attributes["status"] = "changed";
        ((LiveRecord)(await repository.FindAsync(Key))!).Attributes["status"] = "changed";
        ((LiveRecord)await repository.HistoryAsync(Key).FirstAsync()).Attributes["status"] = "changed";

        Assert.Equal(before, Sample.Text(await repository.FindAsync(Key)));
    }

    [Fact]
    public async Task History_HasEveryVersion_OldestFirst()
    {
        var repository = Create();
        for (var version = 0; version < 12; version++) await repository.TryWriteAsync(Sample.Live(id: $"{version}"), version);

        var history = await repository.HistoryAsync(Key).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 12).Select(version => (long)version), history.Select(record => record.Version));
        Assert.Equal(Enumerable.Range(0, 12).Select(id => $"{id}"), history.Cast<LiveRecord>().Select(record => record.Id));
    }

    [Fact]
    public async Task List_HasTheCurrentRecordsOfAScope_ByModelAndInstance()
    {
        var repository = Create();
        foreach (var (scope, model, instance) in new[] { ("prod", "b", "1"), ("prod", "B", "z"), ("prod", "B", "a"), ("prod", "B", "Z"), ("prod", "a", "1"), ("Prod", "b", "1"), ("test", "B", "a") })
            await repository.TryWriteAsync(Sample.Live(new(scope, model, instance)), 0);
        await repository.TryWriteAsync(Sample.Live(new("prod", "B", "a"), id: "new"), 1);

        var all = await repository.ListAsync("prod").ToListAsync();

        Assert.Equal(["prod/B/Z", "prod/B/a", "prod/B/z", "prod/a/1", "prod/b/1"], all.Select(record => record.Key.ToString()));
        Assert.Equal("new", ((LiveRecord)all[1]).Id);
        Assert.Equal(["prod/B/Z", "prod/B/a", "prod/B/z"], await repository.ListAsync("prod", "B").Select(record => record.Key.ToString()).ToListAsync());
        Assert.Empty(await repository.ListAsync("prod", "c").ToListAsync());
    }

    [Fact, Trait("Feature", "B2")]
    public async Task OddNames_AreDistinct_AndRoundTrip()
    {
        var repository = Create();
        var keys = OddNames.All.SelectMany(name => new ResourceKey[] { new("prod", "Droplets", name), new("prod", name, "web"), new(name, "Droplets", "web") }).ToList();
        foreach (var key in keys) Assert.NotNull(await repository.TryWriteAsync(Sample.Live(key, id: key.ToString()), 0));

        foreach (var key in keys)
        {
            var found = (LiveRecord)(await repository.FindAsync(key))!;
            Assert.Equal((key, key.ToString()), (found.Key, found.Id));
        }
        Assert.Equal(2 * OddNames.All.Count, await repository.ListAsync("prod").CountAsync());
    }

    [Fact]
    public async Task Cancelled_WritesNothing()
    {
        var repository = Create();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await repository.TryWriteAsync(Sample.Live(), 0, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await repository.FindAsync(Key, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero, cancelled));

        Assert.Null(await repository.FindAsync(Key));
        Assert.NotNull(await repository.TryWriteAsync(Sample.Live(), 0));
    }
}
