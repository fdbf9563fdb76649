namespace Semel.PostgreSqlTests;

/// <summary>Proof of death is the operating system's; the database keeps machines apart.</summary>
public sealed class LockTests(SharedServer shared) : IDisposable
{
    private readonly Place place = new(shared.Server);

    public void Dispose() => place.Dispose();

    [Fact, Trait("Feature", "H4")]
    public async Task AnotherMachine_IsAnotherDomain_AndIsKeptOutByTheDatabase()
    {
        var (here, there) = (place.New("here"), place.New("there"));
        Assert.NotEqual(here.LockDomain, there.LockDomain);

        var held = await here.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);

        Assert.Null(await there.TryLockAsync(Sample.Key, Sample.Runner with { Host = "there" }, TimeSpan.Zero));
        Assert.Equal(Sample.Runner, await there.FindHolderAsync(Sample.Key));
        await held!.DisposeAsync();
        Assert.Null(await there.FindHolderAsync(Sample.Key));
        await using var next = await there.TryLockAsync(Sample.Key, Sample.Runner with { Host = "there" }, TimeSpan.Zero);
        Assert.Equal("there", (await here.FindHolderAsync(Sample.Key))!.Host);
    }

    [Fact, Trait("Feature", "H4")]
    public async Task AnotherMachine_IsWaitedFor_AndGivenUpAfterTheTimeout()
    {
        var held = await place.New("here").TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
        var clock = new JumpingClock();
        Assert.Null(await place.New("there", clock).TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.FromMinutes(2)));
        Assert.InRange(clock.Waited, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.1));

        var waiting = place.New("there").TryLockAsync(Sample.Key, Sample.Runner, Timeout.InfiniteTimeSpan).AsTask();
        await held!.DisposeAsync();

        await using var next = await waiting;
        Assert.NotNull(next);
    }

    [Fact, Trait("Feature", "H4")]
    public async Task LostConnection_ProvesNothing_TheRunnerHoldsItsKeyOnItsMachineStill()
    {
        var holder = place.New();
        var held = await holder.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
        await place.ExecuteAsync("SELECT pg_terminate_backend(session, 10000) FROM {s}.holders");

        Assert.Null(await place.New().TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));
        Assert.Equal(Sample.Runner, await place.New().FindHolderAsync(Sample.Key));
        // the database knows of no holder any more; another machine gets the lock, and no proof with it
        await using (var elsewhere = await place.New("there").TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero)) Assert.NotNull(elsewhere);

        await held!.DisposeAsync();
        await using var next = await holder.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
        Assert.NotNull(next);
    }

    [Fact, Trait("Feature", "H4")]
    public async Task KilledRunner_FreesBothLocks()
    {
        using var worker = place.Start("hold");
        Assert.Equal($"held by {worker.ProcessId}", await worker.ReadLineAsync());
        Assert.Equal(worker.ProcessId, (await place.New().FindHolderAsync(Sample.Key))!.Process);
        Assert.Equal(worker.ProcessId, (await place.New("there").FindHolderAsync(Sample.Key))!.Process);
        Assert.Null(await place.New().TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));

        await worker.KillAsync();

        await using var held = await place.New().TryLockAsync(Sample.Key, Sample.Runner, Timeout.InfiniteTimeSpan);
        Assert.NotNull(held);
    }

    [Fact]
    public async Task LockFolderThatIsNone_IsSaidByItsName()
    {
        var file = Path.Combine(place.Folder(), "file");
        Directory.CreateDirectory(place.Folder());
        await File.WriteAllTextAsync(file, "");
        var repository = new PostgreSqlDataRepository(place.Source, place.Schema, file);

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));

        Assert.Contains("lockFolder names another one", error.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "H4")]
    public void DefaultLockFolder_IsOneForEachServerDatabaseAndSchema()
    {
        string[] folders =
        [
            Folder("Host=a;Database=x"), Folder("Host=b;Database=x"), Folder("Host=a;Database=y"), Folder("Host=a;Database=x;Port=1"), Folder("Host=a;Database=x", "other"),
        ];

        Assert.Equal(folders.Length, folders.Distinct().Count());
        Assert.Equal(folders[0], Folder("Database=x;Username=other;Password=secret;Host=A"));
        Assert.All(folders, folder => Assert.DoesNotContain("secret", folder, StringComparison.Ordinal));

        static string Folder(string connectionString, string schema = "semel")
        {
            using var repository = new PostgreSqlDataRepository(connectionString, schema);
            return repository.LockFolder;
        }
    }
}
