using System.Text.Json.Nodes;

namespace Semel.Testing.Tests;

/// <summary>Faults of a data repository, judged by what the one behind it holds.</summary>
public sealed class FaultRepositoryTests
{
    private static readonly ResourceKey s_key = new("prod", "Servers", "web-1");
    private static readonly ResourceKey s_other = new("prod", "Servers", "web-2");

    private static readonly Runner s_runner = new("host", 1, "run", "memory", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly MemoryDataRepository _inner = new();
    private readonly FaultRepository _repository;

    public FaultRepositoryTests() => _repository = new FaultRepository(_inner);

    private static LiveRecord Record(string id = "1") => new()
    {
        Key = s_key,
        Generation = 1,
        Provenance = new Provenance(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), "run", "host/1", "a test"),
        Id = id,
        CreatedAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Attributes = [],
        Input = new JsonObject { ["name"] = "web-1" },
    };

    private ValueTask<IAsyncDisposable?> LockAsync(IDataRepository? repository = null) => (repository ?? _repository).TryLockAsync(s_key, s_runner, TimeSpan.Zero);

    private async Task AssertVersionsAsync(int count)
    {
        int versions = 0;
        await foreach (ResourceRecord _ in _inner.HistoryAsync(s_key)) versions++;
        Assert.Equal(count, versions);
    }

    [Fact]
    public async Task WithoutFaults_ItIsTheOther_AndCounts()
    {
        Assert.Null(await _repository.FindAsync(s_key));
        Assert.Equal(1, (await _repository.TryWriteAsync(Record(), 0))!.Version);
        Assert.Null(await _repository.TryWriteAsync(Record(), 0));
        Assert.Equal("1", ((LiveRecord)(await _repository.FindAsync(s_key))!).Id);
        await using (IAsyncDisposable? held = await LockAsync())
        {
            Assert.NotNull(held);
            Assert.Null(await LockAsync(_inner));
            Assert.Equal(s_runner, await _repository.FindHolderAsync(s_key));
        }

        await using IAsyncDisposable? again = await LockAsync(_inner);
        Assert.NotNull(again);
        Assert.Equal(_inner.LockDomain, _repository.LockDomain);
        Assert.Single(await _repository.ListAsync("prod").ToListAsync());
        Assert.Single(await _repository.HistoryAsync(s_key).ToListAsync());
        Assert.Equal([2, 2, 2, 2, 1, 1], Enum.GetValues<RepositoryPoint>().Select(_repository.Passed));
    }

    [Theory]
    [InlineData(RepositoryPoint.BeforeWrite, 0)]
    [InlineData(RepositoryPoint.AfterWrite, 1)]
    public async Task Throw_BeforeOrAfterAWrite_LeavesNothingOrTheRecord(RepositoryPoint point, int versions)
    {
        Fault fault = _repository.On(point).Throw();
        await Assert.ThrowsAsync<StateException>(async () => await _repository.TryWriteAsync(Record(), 0));
        await AssertVersionsAsync(versions);
        Assert.Equal(1, fault.Hits);
        Assert.NotNull(await _repository.TryWriteAsync(Record(), versions));
    }

    [Fact]
    public async Task Throw_GivesTheExceptionThatIsAskedFor_ThatOften()
    {
        _repository.On(RepositoryPoint.BeforeFind).Throw(() => new IOException("disk")).Skip(1).Times(2);
        await _repository.FindAsync(s_key);
        await Assert.ThrowsAsync<IOException>(async () => await _repository.FindAsync(s_key));
        await Assert.ThrowsAsync<IOException>(async () => await _repository.FindAsync(s_key));
        await _repository.FindAsync(s_key);
    }

    [Theory]
    [InlineData(RepositoryPoint.BeforeFind)]
    [InlineData(RepositoryPoint.AfterFind)]
    [InlineData(RepositoryPoint.BeforeWrite)]
    [InlineData(RepositoryPoint.AfterWrite)]
    [InlineData(RepositoryPoint.BeforeLock)]
    [InlineData(RepositoryPoint.AfterLock)]
    public async Task Crash_EndsEveryCall_AndFreesTheLocks(RepositoryPoint point)
    {
        await using IAsyncDisposable? earlier = await _repository.TryLockAsync(s_other, s_runner, TimeSpan.Zero);
        _repository.On(point).Crash();
        await Assert.ThrowsAsync<CrashException>(async () =>
        {
            await _repository.FindAsync(s_key);
            await using IAsyncDisposable? held = await LockAsync();
            await _repository.TryWriteAsync(Record(), 0);
        });

        Assert.True(_repository.IsDead);
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.FindAsync(s_key));
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.TryWriteAsync(Record(), 0));
        await Assert.ThrowsAsync<CrashException>(async () => await LockAsync());
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.FindHolderAsync(s_key));
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.ListAsync("prod").ToListAsync());
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.HistoryAsync(s_key).ToListAsync());
        await AssertVersionsAsync(point == RepositoryPoint.AfterWrite ? 1 : 0);

        var next = new FaultRepository(_inner);
        await using IAsyncDisposable? free = await LockAsync(next);
        await using IAsyncDisposable? other = await next.TryLockAsync(s_other, s_runner, TimeSpan.Zero);
        Assert.NotNull(free);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task LockOfADeadProcess_IsNotFreedAgain_UnderItsSuccessor()
    {
        IAsyncDisposable? dead = await LockAsync();
        _repository.On(RepositoryPoint.BeforeFind).Crash();
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.FindAsync(s_key));
        await using IAsyncDisposable? successor = await LockAsync(_inner);
        Assert.NotNull(successor);
        await dead!.DisposeAsync();
        Assert.Null(await LockAsync(_inner));
    }

    [Fact]
    public async Task CallThatIsHeldWhileItsProcessDies_DoesNothing()
    {
        Fault hold = _repository.On(RepositoryPoint.BeforeWrite).Hold();
        _repository.On(RepositoryPoint.BeforeFind).Crash();
        ValueTask<ResourceRecord?> writing = _repository.TryWriteAsync(Record(), 0);
        await Assert.ThrowsAsync<CrashException>(async () => await _repository.FindAsync(s_key));
        hold.Release();
        await Assert.ThrowsAsync<CrashException>(async () => await writing);
        await AssertVersionsAsync(0);
    }

    [Fact]
    public async Task LoseRace_WritesNothing_Once()
    {
        Fault lost = _repository.On(RepositoryPoint.BeforeWrite).LoseRace();
        Assert.Null(await _repository.TryWriteAsync(Record(), 0));
        await AssertVersionsAsync(0);
        Assert.NotNull(await _repository.TryWriteAsync(Record(), 0));
        Assert.Equal(1, lost.Hits);
        Assert.Throws<InvalidOperationException>(() => _repository.On(RepositoryPoint.AfterWrite).LoseRace());
    }

    [Fact]
    public async Task Do_LetsAnotherRunnerBeFaster()
    {
        _repository.On(RepositoryPoint.BeforeWrite).Do(async () => Assert.NotNull(await _inner.TryWriteAsync(Record("theirs"), 0)));
        Assert.Null(await _repository.TryWriteAsync(Record("ours"), 0));
        Assert.Equal("theirs", ((LiveRecord)(await _repository.FindAsync(s_key))!).Id);
    }

    [Fact]
    public async Task Hold_WaitsForRelease_AndJoinsTheNextFault()
    {
        Fault hold = _repository.On(RepositoryPoint.AfterWrite).Hold();
        _repository.On(RepositoryPoint.AfterWrite).Throw();
        ValueTask<ResourceRecord?> writing = _repository.TryWriteAsync(Record(), 0);
        await hold.Hit;
        await AssertVersionsAsync(1);
        Assert.False(writing.IsCompleted);
        hold.Release();
        await Assert.ThrowsAsync<StateException>(async () => await writing);
    }

    [Fact]
    public async Task HeldFind_CanBeCancelled_HeldWriteCannot()
    {
        _repository.On(RepositoryPoint.BeforeFind).Hold();
        Fault written = _repository.On(RepositoryPoint.AfterWrite).Hold();
        using var source = new CancellationTokenSource();
        ValueTask<ResourceRecord?> finding = _repository.FindAsync(s_key, source.Token);
        ValueTask<ResourceRecord?> writing = _repository.TryWriteAsync(Record(), 0, source.Token);
        await written.Hit;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await finding);
        written.Release();
        Assert.NotNull(await writing);
    }

    [Fact]
    public async Task Where_ChoosesTheCalls_AndClearEndsTheScript()
    {
        _repository.On(RepositoryPoint.BeforeWrite).Where(call => call.Record is LiveRecord { Id: "2" }).Throw().Always();
        Assert.NotNull(await _repository.TryWriteAsync(Record("1"), 0));
        await Assert.ThrowsAsync<StateException>(async () => await _repository.TryWriteAsync(Record("2"), 1));
        _repository.Clear();
        Assert.NotNull(await _repository.TryWriteAsync(Record("2"), 1));
    }

    [Fact]
    public async Task ThrowAfterALock_FreesIt()
    {
        _repository.On(RepositoryPoint.AfterLock).Throw();
        await Assert.ThrowsAsync<StateException>(async () => await LockAsync());
        await using IAsyncDisposable? free = await LockAsync(_inner);
        Assert.NotNull(free);
    }
}
