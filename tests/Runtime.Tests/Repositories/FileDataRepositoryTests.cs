namespace Semel.Runtime.Tests;

public sealed class FileDataRepositoryTests : DataRepositoryConformance, IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    protected override IDataRepository Create(TimeProvider? timeProvider = null) => New(timeProvider);

    protected override IDataRepository CreateElsewhere() => new FileDataRepository(Path.Combine(temporary.Path, "elsewhere"));

    protected override IDataRepository Another(IDataRepository repository, TimeProvider? timeProvider = null) =>
        new FileDataRepository(((FileDataRepository)repository).Folder, timeProvider);

    [Fact]
    public async Task ConstructingAndReading_TouchNoDisk()
    {
        var repository = New();

        await repository.FindAsync(Sample.Key);
        await repository.HistoryAsync(Sample.Key).ToListAsync();
        await repository.ListAsync("prod").ToListAsync();

        Assert.False(Path.Exists(repository.Folder));
    }

    [Fact]
    public async Task Files_AreWhereTheDocumentationSays()
    {
        var repository = New();
        await repository.TryWriteAsync(Sample.Intent(), 0);
        await repository.TryWriteAsync(Sample.Live(), 1);
        await repository.TryWriteAsync(Sample.Gone(), 2);

        var model = "prod~py3e8yvmp3193ttpr57be48d9z/droplets~vdhv14qgb5shpjcb0kjwyrkx4v";
        var name = "web-1~56azk4n1vm8pvgheyg5mvec047";
        Assert.Equal(
            [$"{model}/.history/{name}/1.json", $"{model}/.history/{name}/2.json", $"{model}/.locks/{name}.write.lock", $"{model}/{name}.json"],
            TemporaryFolder.Files(repository.Folder).Select(path => Path.GetRelativePath(repository.Folder, path).Replace('\\', '/')));
    }

    [Fact]
    public async Task Record_IsReadableByPeople()
    {
        var repository = New();
        await repository.TryWriteAsync(Sample.Live() with { Attributes = Sample.Attributes("""{ "name": "Köln", "price": 1.10 }""") }, 0);

        var text = (await File.ReadAllTextAsync(TemporaryFolder.RecordIn(repository.Folder))).Split("  \"sha256\"")[0];

        Assert.Equal("""
            {
              "format": 3,
              "state": "live",
              "version": 1,
              "key": {
                "scope": "prod",
                "model": "Droplets",
                "instance": "web-1"
              },
              "generation": 2,
              "id": "3164494",
              "createdAt": "2024-02-29T23:59:58.1234567+02:00",
              "adopted": true,
              "seenBy": "team-a",
              "marker": "semel-r4540jt8b0tw92z7g677-2",
              "markerDropped": true,
              "fingerprint": "ab12",
              "secrets": {
                "keyId": "0123456789abcdef",
                "values": {
                  "password": "aa",
                  "user.token": "bb"
                }
              },
              "readiness": "pending",
              "pendingFollowUps": [
                "attach"
              ],
              "doneFollowUps": [
                "tag",
                "tell"
              ],
              "retiring": [
                "2"
              ],
              "duplicates": [
                "4"
              ],
              "inFlightUntil": "2024-02-29T23:59:58.1234567+02:00",
              "movedFrom": [
                "web-0"
              ],
              "superseded": [
                "1",
                "2"
              ],
              "input": {
                "name": "web-1"
              },
              "attributes": {
                "name": "Köln",
                "price": 1.10
              },
              "shownAs": {
                "size": "S"
              },
              "withheld": [
                "uri"
              ],
              "update": {
                "properties": [
                  "size",
                  "labels.env"
                ],
                "fingerprint": "cd34",
                "inFlightUntil": "2024-02-29T23:59:58.1234567+02:00"
              },
              "provenance": {
                "at": "2024-02-29T23:59:58.1234567+02:00",
                "run": "4f2a91bc",
                "writer": "host/4711",
                "reason": "no record: the resource is created"
              },

            """, text);
    }

    [Fact]
    public async Task Folder_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }
        var repository = New();
        await repository.TryWriteAsync(Sample.Live(), 0);
        await repository.TryWriteAsync(Sample.Live(), 1);

        const UnixFileMode group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
        const UnixFileMode others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var folder in Directory.EnumerateDirectories(repository.Folder, "*", SearchOption.AllDirectories).Append(repository.Folder))
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & (group | others));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(TemporaryFolder.RecordIn(repository.Folder)));
    }

    [Fact, Trait("Feature", "C3")]
    public async Task WithoutTheLock_TwoWritersWin()
    {
        var second = New(locksWrites: false);
        var nested = default(ResourceRecord);
        var first = New(locksWrites: false, onStep: step =>
        {
            if (step == WriteStep.Compared) nested = second.TryWriteAsync(Sample.Live(id: "second"), 0).AsTask().GetAwaiter().GetResult();
        });

        var written = await first.TryWriteAsync(Sample.Live(id: "first"), 0);

        Assert.Equal((1, 1), (written!.Version, nested!.Version));
    }

    [Fact, Trait("Feature", "C3")]
    public async Task WithTheLock_ASecondWriterAtTheSameInstant_Waits_AndLoses()
    {
        var second = New();
        var nested = default(Task<ResourceRecord?>);
        var first = New(onStep: step =>
        {
            if (step == WriteStep.Compared) nested = Task.Run(async () => await second.TryWriteAsync(Sample.Live(id: "second"), 0));
        });

        Assert.NotNull(await first.TryWriteAsync(Sample.Live(id: "first"), 0));
        Assert.Null(await nested!);
    }

    [Fact(Timeout = 60_000), Trait("Feature", "H2")] // where one waits for another, none gets on
    public async Task HundredWriters_OfHundredKeys_AreInTheMiddleOfTheirWritesAtOnce()
    {
        using var together = new Barrier(100);
        var repository = New(onStep: step =>
        {
            if (step == WriteStep.Compared) together.SignalAndWait(TestContext.Current.CancellationToken);
        });

        var written = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Factory.StartNew(
            () => repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", $"web-{number}")), 0).AsTask().GetAwaiter().GetResult(), TaskCreationOptions.LongRunning)));

        Assert.Equal(1, together.CurrentPhaseNumber);
        Assert.All(written, record => Assert.Equal(1, record!.Version));
    }

    [Fact, Trait("Feature", "H5")]
    public async Task WriterThatNeverEnds_IsWaitedFor_AndThenNamed()
    {
        var repository = New();
        await repository.TryWriteAsync(Sample.Live(), 0);
        var path = Assert.Single(TemporaryFolder.Files(repository.Folder), file => file.EndsWith(".write.lock", StringComparison.Ordinal));
        await using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var clock = new JumpingClock();

        var error = await Assert.ThrowsAsync<StateException>(async () => await New(clock).TryWriteAsync(Sample.Gone(), 1));

        Assert.Contains(path, error.Message);
        Assert.InRange(clock.Waited, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
        Assert.IsType<LiveRecord>(await repository.FindAsync(Sample.Key));
    }

    private FileDataRepository New(TimeProvider? timeProvider = null, bool locksWrites = true, Action<WriteStep>? onStep = null) =>
        new(Path.Combine(temporary.Path, "state"), timeProvider) { LocksWrites = locksWrites, OnStep = onStep ?? (_ => { }) };
}
