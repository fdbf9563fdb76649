using CloudModels;
using Semel.Testing;

namespace Semel.PostgreSqlTests;

/// <summary>The create protocol over a database, by the count of the API's server.</summary>
public sealed class CreateTests(SharedServer shared) : IDisposable
{
    private static readonly ServerRequest Request = new() { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" };

    private readonly Place place = new(shared.Server);

    public void Dispose() => place.Dispose();

    [Theory, Trait("Feature", "H1")]
    [InlineData(nameof(Servers), 1)]
    [InlineData(nameof(Servers), 16)]
    [InlineData(nameof(UnmarkedServers), 16)]
    public async Task SixteenProcesses_OnOneKey_ApplyOnePost_AndGetTheSameId(string model, int machines)
    {
        await using var cloud = await CloudServer.StartAsync();

        var lines = await Worker.TogetherAsync([.. Enumerable.Range(0, 16).Select(number => place.StartOn($"machine {number % machines}", "create", $"{cloud.BaseAddress}", model, "guarded"))]);

        var id = Assert.Single(cloud.Live(CloudKind.Servers))["id"]!.ToString();
        Assert.Single(cloud.Mutations);
        Assert.Single(lines, $"Created {id}");
        Assert.Equal(15, lines.Count(line => line == $"Reused {id}"));
    }

    [Fact, Trait("Feature", "H1")]
    public async Task WithoutTheLockAndTheCompareAndSet_TheyMakeSeveral()
    {
        await using var cloud = await CloudServer.StartAsync();
        var post = cloud.Faults.On("POST", "/v1/servers").Hold().Always();

        await Worker.TogetherAsync([.. Enumerable.Range(0, 4).Select(_ => place.Start("create", $"{cloud.BaseAddress}", nameof(Servers), "unguarded"))], async () =>
        {
            await Processes.Eventually.IsAsync(() => cloud.Mutations.Count >= 2, "two creates have arrived");
            post.Release();
        });

        Assert.InRange(cloud.Live(CloudKind.Servers).Count, 2, 4);
    }

    /// <summary>The create of an API that offers nothing: whatever the repository forgot would be a second server.</summary>
    [Theory, Trait("Feature", "E2")]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task ReplyOfTheDatabaseIsLost_ThereIsOneServer_AndTheNextRunKnowsIt(int write, bool committed)
    {
        await using var cloud = await CloudServer.StartAsync();
        await place.New().FindAsync(Sample.Key);
        await using var wire = new LossyWire(shared.Server.Port) { AtCommit = committed, Write = write };
        await using var lossy = new PostgreSqlDataRepository(wire.Through(shared.Server.ConnectionString), place.Schema, place.Folder());
        using var http = cloud.CreateClient();

        var first = await Record.ExceptionAsync(() => new UnmarkedServers(http, new SemelContext(lossy, "prod")).CreateAsync("web-1", Request));

        Assert.True(wire.HasLost);
        Assert.True(first is null or StateException, $"{first}");
        var second = await new UnmarkedServers(http, new SemelContext(place.New(), "prod")).CreateAsync("web-1", Request);
        Assert.Equal(Assert.Single(cloud.Live(CloudKind.Servers))["id"]!.ToString(), second.Id);
        Assert.Single(cloud.Mutations);
    }

    [Theory, Trait("Feature", "H4")]
    [InlineData("here", true)]
    [InlineData("there", false)]
    public async Task IntentOfADeadRunner_IsTakenUpOnItsMachine_AndDoubtedOnAnother(string machine, bool isTakenUp)
    {
        await using var cloud = await CloudServer.StartAsync();
        using var http = cloud.CreateClient();
        var held = cloud.Faults.On("POST", "/v1/servers").Hold();
        using (var worker = place.StartOn("here", "create", $"{cloud.BaseAddress}", nameof(UnmarkedServers), "guarded"))
        {
            Assert.Equal("ready", await worker.ReadLineAsync());
            worker.Go();
            await Processes.Eventually.IsAsync(() => cloud.Mutations.Count == 1, "the create has arrived");
            await worker.KillAsync();
        }
        held.Release();

        var repository = place.New(machine);
        var intent = Assert.IsType<IntentRecord>(await repository.FindAsync(new("prod", nameof(UnmarkedServers), "web-1")));
        Assert.Equal(isTakenUp, intent.Runner.Domain == repository.LockDomain);
        await Assert.ThrowsAsync<IndeterminateException>(() => new UnmarkedServers(http, new SemelContext(repository, "prod")).CreateAsync("web-1", Request));
        Assert.Single(cloud.Mutations);
    }

    [Theory, Trait("Feature", "C6")]
    [InlineData("UPDATE {s}.versions SET content = left(content, 200)")]
    [InlineData("UPDATE {s}.versions SET content = replace(content, '\"format\": 3', '\"format\": 4')")]
    public async Task RecordThatCannotBeRead_StopsTheCreate_AndNothingIsSent(string change)
    {
        await using var cloud = await CloudServer.StartAsync();
        using var http = cloud.CreateClient();
        await place.New().TryWriteAsync(Sample.Live(new("prod", nameof(Servers), "web-1")), 0);
        await place.ExecuteAsync(change);

        await Assert.ThrowsAsync<StateException>(() => new Servers(http, new SemelContext(place.New(), "prod")).CreateAsync("web-1", Request));

        Assert.Empty(cloud.Requests);
    }

    [Fact, Trait("Feature", "G2")]
    public async Task InputWithASecret_NeedsAKeyOfTheOptions_BeforeAnyCall()
    {
        await using var cloud = await CloudServer.StartAsync();
        using var http = cloud.CreateClient();
        var secret = new ServerRequest { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13", UserData = "canary-1f2e" };

        var error = await Assert.ThrowsAsync<StateException>(() => new Servers(http, new SemelContext(place.New(), "prod")).CreateAsync("web-1", secret));

        Assert.Contains("SemelOptions.FingerprintKey", error.Message, StringComparison.Ordinal);
        Assert.Empty(cloud.Requests);
        var options = new SemelOptions { FingerprintKey = Convert.ToBase64String(new byte[32]) };
        Assert.Equal(Outcome.Created, (await new Servers(http, new SemelContext(place.New(), "prod", options)).CreateAsync("web-1", secret)).Outcome);
    }
}
