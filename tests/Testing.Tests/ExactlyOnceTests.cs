using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>Which clients the assertion accepts, and what it says of the others.</summary>
public sealed class ExactlyOnceTests : CloudTest
{
    private readonly Dictionary<string, string> _kept = [];

    private static CreateFault LostReply => CreateFault.All.Single(fault => fault.Name == "lost reply");

    private static ExactlyOnceOptions Only(params CreateFault[] faults) => new() { Faults = faults };

    private Task<ExactlyOnceReport> AssertAsync(string kind, Func<ClientRun, Task<string>> client, ExactlyOnceOptions? options = null) =>
        ExactlyOnce.AssertAsync(Server, kind, client, options, TestContext.Current.CancellationToken);

    private async Task<ExactlyOnceRow> CaughtAsync(string kind, Func<ClientRun, Task<string>> client, ExactlyOnceOptions? options = null)
    {
        ExactlyOnceException caught = await Assert.ThrowsAsync<ExactlyOnceException>(() => AssertAsync(kind, client, options ?? Only(LostReply)));
        return caught.Report.Rows.First(row => !row.Holds);
    }

    private static async Task<string> CreateAsync(ClientRun run, string kind)
    {
        using HttpResponseMessage response = await run.Http.PostAsync($"/v1/{kind}", new StringContent(Bodies.Of(kind, run.Name)), run.CancellationToken);
        return await IdAsync(response);
    }

    private static async Task<string> IdAsync(HttpResponseMessage response)
    {
        var created = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
        return created!.Single().Value!["id"]!.ToString();
    }

    private static async Task<string?> FindAsync(ClientRun run, string kind)
    {
        var found = await run.Http.GetFromJsonAsync<JsonObject>($"/v1/{kind}?name={run.Name}", run.CancellationToken);
        return found![kind]!.AsArray() is [{ } existing, ..] ? existing["id"]!.ToString() : null;
    }

    private static async Task<string> LookThenCreateAsync(ClientRun run, string kind) => await FindAsync(run, kind) ?? await CreateAsync(run, kind);

    [Theory]
    [InlineData(CloudKind.Networks)]
    [InlineData(CloudKind.Servers)]
    public async Task ClientThatLooksFirst_IsAccepted_AndEveryFaultActed(string kind)
    {
        ExactlyOnceReport report = await AssertAsync(kind, run => LookThenCreateAsync(run, kind));
        Assert.All(report.Rows, row => Assert.True(row is { Acted: true, Known: true, LiveIds.Count: 1, Problem: null }));
        Assert.Equal((2, 3), (report.Rows[0].Runs, report.Rows.Single(row => row.Fault == "lost reply").Runs));
        Assert.Equal(CreateFault.All.Count, Server.Count(kind));
    }

    [Fact]
    public async Task ClientThatPuts_IsAccepted()
    {
        ExactlyOnceReport report = await AssertAsync(CloudKind.Buckets, async run =>
        {
            using var body = new StringContent(Bodies.Bucket());
            using HttpResponseMessage response = await run.Http.PutAsync($"/v1/buckets/{run.Name}", body, run.CancellationToken);
            var bucket = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
            return (string)bucket!["bucket"]!["name"]!;
        });
        Assert.True(report.Holds);
    }

    [Fact]
    public async Task ClientThatOnlyCreates_IsCaughtUnderEveryFaultAfterWhichItRunsAgain()
    {
        ExactlyOnceException caught = await Assert.ThrowsAsync<ExactlyOnceException>(
            () => AssertAsync(CloudKind.Servers, run => CreateAsync(run, CloudKind.Servers), new ExactlyOnceOptions { RunsAgain = false }));
        string[] broken = [.. caught.Report.Rows.Where(row => !row.Holds).Select(row => row.Fault)];
        Assert.Equal(
            [
                "lost reply", "two lost replies", "timeout after sending", "truncated reply", "unreadable reply", "reply without id",
                "applied, then 500", "applied, then 409", "lost reply, then 401",
            ],
            broken);
        Assert.StartsWith("Not exactly once under 9 of 16 faults.", caught.Message);
    }

    [Fact]
    public async Task ClientThatOnlyCreates_IsCaughtWithoutAFault_ByItsSecondRun()
    {
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Servers, run => CreateAsync(run, CloudKind.Servers), Only(CreateFault.All[0]));
        Assert.Equal(("none", 2, 2, "1 too many"), (row.Fault, row.Runs, row.LiveIds.Count, row.Problem));
    }

    [Fact]
    public async Task ServerThatIgnoresKeys_IsCaught()
    {
        Server.Keys[CloudKind.Volumes] = new KeyRules { IgnoresKeys = true };
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Volumes, KeyedAsync);
        Assert.Equal(3, row.LiveIds.Count);
        Server.Keys[CloudKind.Volumes] = KeyRules.Header;
        Assert.True((await AssertAsync(CloudKind.Volumes, KeyedAsync)).Holds);
    }

    private async Task<string> KeyedAsync(ClientRun run)
    {
        if (!_kept.TryGetValue(run.Name, out string? key)) _kept[run.Name] = key = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/volumes") { Content = new StringContent(Bodies.Volume(run.Name)) };
        request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await run.Http.SendAsync(request, run.CancellationToken);
        return await IdAsync(response);
    }

    [Fact]
    public async Task ClientThatTakesAFailureForSuccess_HasLostItsResource()
    {
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Networks, async run =>
        {
            try
            {
                return await CreateAsync(run, CloudKind.Networks);
            }
            catch (HttpRequestException)
            {
                return "made up";
            }
        });
        Assert.Equal((1, false, "the client took another for it"), (row.LiveIds.Count, row.Known, row.Problem));
    }

    [Fact]
    public async Task ClientThatNeverSucceeds_IsGivenUp_AndItsErrorIsSaid()
    {
        ExactlyOnceRow row = await CaughtAsync(
            CloudKind.Networks, async run => await CreateAsync(run, CloudKind.Networks), Only(LostReply) with { MaximumRuns = 3 });
        Assert.Equal((3, 1, null), (row.Runs, row.LiveIds.Count, row.KnownId));
        Assert.StartsWith("every run failed: HttpRequestException: ", row.Problem);
        Assert.Contains("409", row.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task ClientThatGivesNoId_HasNotSucceeded(string? id)
    {
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Networks, async run =>
        {
            await LookThenCreateAsync(run, CloudKind.Networks);
            return id!;
        });
        Assert.Equal((5, 1, "every run failed: it gave no id"), (row.Runs, row.LiveIds.Count, row.Problem));
    }

    [Fact]
    public async Task ClientThatFailsWhenItIsRunAgain_IsCaught()
    {
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Networks, run => CreateAsync(run, CloudKind.Networks), Only(CreateFault.All[0]));
        Assert.StartsWith("failed when it was run again: ", row.Problem);
    }

    [Fact]
    public async Task ClientThatDeletesAndCreatesAgain_IsCaughtByItsOtherId()
    {
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Networks, async run =>
        {
            if (await FindAsync(run, CloudKind.Networks) is { } old) await run.Http.DeleteAsync($"/v1/networks/{old}", run.CancellationToken);
            return await CreateAsync(run, CloudKind.Networks);
        });
        Assert.Equal((1, true, "an earlier run gave another id"), (row.LiveIds.Count, row.Known, row.Problem));
    }

    [Fact]
    public async Task ClientThatDeletesWhatItMade_HasNone()
    {
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Networks, async run =>
        {
            string id = await LookThenCreateAsync(run, CloudKind.Networks);
            await run.Http.DeleteAsync($"/v1/networks/{id}", run.CancellationToken);
            return id;
        });
        Assert.Equal("none is there", row.Problem);
    }

    [Fact]
    public async Task FaultThatMeetsNoCreate_ProvesNothing()
    {
        string id = Server.Seed(CloudKind.Networks, Bodies.Network());
        ExactlyOnceRow row = await CaughtAsync(CloudKind.Networks, _ => Task.FromResult(id));
        Assert.Equal("the fault met no create", row.Problem);
    }

    [Fact]
    public async Task OwnFault_OnOwnTarget_WorksOnAnyServer()
    {
        var target = new CreateTarget
        {
            Path = "/v1/servers",
            BaseAddress = Server.BaseAddress,
            LiveIdsAsync = () => Task.FromResult<IReadOnlyCollection<string>>([.. Server.Live(CloudKind.Servers).Select(server => server["id"]!.ToString())]),
        };
        var own = new CreateFault("two timeouts", create => [create.TimeOutAfterSending().Times(2)]);
        ExactlyOnceReport report = await ExactlyOnce.AssertAsync(target, run => LookThenCreateAsync(run, CloudKind.Servers), Only([own, .. CreateFault.All]));
        Assert.Equal("two timeouts", report.Rows[0].Fault);

        ExactlyOnceException caught = await Assert.ThrowsAsync<ExactlyOnceException>(
            () => ExactlyOnce.AssertAsync(target, run => CreateAsync(run, CloudKind.Servers), Only(own) with { RunsAgain = false }));
        Assert.Equal(3, caught.Report.Rows[0].LiveIds.Count);
    }

    [Fact]
    public async Task Faults_AreGoneAfterwards_AndTheTokenWasSent()
    {
        await using CloudServer cloud = await CloudServer.StartAsync(new CloudOptions { Token = "secret" });
        await ExactlyOnce.AssertAsync(cloud, CloudKind.Networks, run => LookThenCreateAsync(run, CloudKind.Networks));
        using HttpClient http = cloud.CreateClient();
        for (int index = 0; index < 3; index++) Assert.Equal(201, (await http.CreateAsync(CloudKind.Networks, Bodies.Network($"after-{index}"))).Status);
    }

    [Fact]
    public async Task SenselessOptions_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AssertAsync(CloudKind.Networks, _ => Task.FromResult(""), Only()));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AssertAsync(CloudKind.Networks, _ => Task.FromResult(""), new() { MaximumRuns = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => AssertAsync("clouds", _ => Task.FromResult("")));
    }
}
