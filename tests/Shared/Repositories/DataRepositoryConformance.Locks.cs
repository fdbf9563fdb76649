namespace Semel;

/// <summary>Locks of runners, and who holds them.</summary>
public abstract partial class DataRepositoryConformance
{
    [Fact]
    public async Task Lock_IsHeldByOneRunner_UntilItIsDisposed()
    {
        var repository = Create();
        var another = Another(repository);
        var held = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);

        Assert.Null(await another.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero));
        Assert.Null(await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero));
        await held!.DisposeAsync();
        await held.DisposeAsync();

        await using var next = await another.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);
        Assert.NotNull(next);
        Assert.Null(await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero));
    }

    [Fact, Trait("Feature", "H2")]
    public async Task HundredKeys_AreHeldAtOnce()
    {
        var repository = Create();
        var another = Another(repository);

        var held = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(async () =>
            await (number % 2 == 0 ? repository : another).TryLockAsync(new("prod", "Droplets", $"web-{number}"), Sample.Runner, TimeSpan.Zero))));

        Assert.Equal(100, held.Count(one => one is not null));
        foreach (var one in held) await one!.DisposeAsync();
    }

    [Fact]
    public async Task Lock_OfAnotherKey_IsFree_AndWritesNeedNone()
    {
        var repository = Create();
        await using var held = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);
        await using var other = await repository.TryLockAsync(new("prod", "Droplets", "web-2"), Sample.Runner, TimeSpan.Zero);

        Assert.NotNull(other);
        Assert.NotNull(await Another(repository).TryWriteAsync(Sample.Live(), 0));
    }

    [Fact]
    public async Task Lock_ThatStaysHeld_IsGivenUpAfterTheTimeout()
    {
        var clock = new JumpingClock();
        var repository = Create(clock);
        await using var held = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);

        Assert.Null(await Another(repository, clock).TryLockAsync(Key, Sample.Runner, TimeSpan.FromMinutes(2)));

        Assert.InRange(clock.Waited, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.1));
    }

    [Fact]
    public async Task Lock_IsWaitedFor()
    {
        var repository = Create();
        var held = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);
        var waiting = Task.WhenAll(
            Enter(repository),
            Enter(Another(repository)));

        Assert.False(waiting.IsCompleted);
        await held!.DisposeAsync();

        await waiting;

        static async Task Enter(IDataRepository repository)
        {
            await using var entered = await repository.TryLockAsync(Key, Sample.Runner, Timeout.InfiniteTimeSpan);
            Assert.NotNull(entered);
        }
    }

    [Fact]
    public async Task Lock_CanBeCancelledWhileWaiting_AndIsNotLeftHeld()
    {
        var repository = Create();
        var held = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);
        using var cancellation = new CancellationTokenSource();
        var waiting = repository.TryLockAsync(Key, Sample.Runner, Timeout.InfiniteTimeSpan, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await held!.DisposeAsync();
        await using var next = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);
        Assert.NotNull(next);
    }

    [Fact, Trait("Feature", "H5")]
    public async Task Holder_IsKnownToOthers_WhileItHoldsTheLock_AndNoLonger()
    {
        var repository = Create();
        var another = Another(repository);
        Assert.Null(await another.FindHolderAsync(Key));

        var held = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);

        Assert.Equal(Sample.Runner, await another.FindHolderAsync(Key));
        Assert.Equal(Sample.Runner, await repository.FindHolderAsync(Key));
        Assert.Null(await another.FindHolderAsync(new("prod", "Droplets", "web-2")));

        await held!.DisposeAsync();

        Assert.Null(await another.FindHolderAsync(Key));
    }

    [Fact, Trait("Feature", "H5")]
    public async Task Holder_IsTheOneThatGotTheLock_NotTheOneThatWaitsOrWasBefore()
    {
        var repository = Create();
        var another = Another(repository);
        var next = Sample.Runner with { Process = 4712, Run = "77aa11ff" };
        var first = await repository.TryLockAsync(Key, Sample.Runner, TimeSpan.Zero);

        Assert.Null(await another.TryLockAsync(Key, next, TimeSpan.Zero));
        Assert.Equal(Sample.Runner, await another.FindHolderAsync(Key));
        await first!.DisposeAsync();
        await using var second = await another.TryLockAsync(Key, next, TimeSpan.Zero);
        await first.DisposeAsync();

        Assert.Equal(next, await repository.FindHolderAsync(Key));
    }

    [Fact, Trait("Feature", "H4")]
    public void LockDomain_IsReadable_AndTheSameForRunnersOfOneRepository()
    {
        var repository = Create();

        Assert.Equal(repository.LockDomain, repository.LockDomain);
        Assert.Equal(repository.LockDomain, Another(repository).LockDomain);
        Assert.DoesNotContain(repository.LockDomain, char.IsControl);
    }

    [Fact, Trait("Feature", "H4")]
    public void LockDomain_OfAnotherRepository_IsAnother() => Assert.NotEqual(Create().LockDomain, CreateElsewhere().LockDomain);
}
