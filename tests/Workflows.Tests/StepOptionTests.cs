using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>Retries, time limits, and steps that are skipped because what they make exists.</summary>
public sealed class StepOptionTests
{
    private static readonly StepOptions Never = new() { Retries = 0 };

    [Fact, Trait("Feature", "J4")]
    public async Task AnErrorThatPasses_IsRetried_AndTheRestIsNot()
    {
        await using var stage = await Stage.StartAsync();
        var listing = stage.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Times(2);
        var workflow = new Workflow("retry");
        workflow.Create("server", new Servers(stage.Http, stage.Semel).CreateAsync, Stage.Server("web-1"));
        workflow.Create("network", new Networks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Wrong });

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal((StepState.Succeeded, 3), (result["server"].State, result["server"].Attempts));
        Assert.Equal((StepState.Failed, 1), (result["network"].State, result["network"].Attempts));
        Assert.Equal(2, listing.Hits);
        Assert.Equal(1, stage.Cloud.Posts(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "J4")]
    public async Task TheAdviceToRunAgain_IsTheLastErrors_AndNotThatOfARetry()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Always();
        var workflow = new Workflow("retry");
        workflow.Create("server", new Servers(stage.Http, stage.Semel).CreateAsync, Stage.Server("web-1"));

        var result = await workflow.RunAsync(stage.Semel);

        Assert.EndsWith("Mend the cause and run again.", result["server"].Reason, StringComparison.Ordinal);
        var retries = stage.Logged.Where(logged => logged.Event == "StepRetried").Select(logged => logged.Message).ToList();
        Assert.Equal(2, retries.Count);
        Assert.All(retries, retry => Assert.Contains("503", retry, StringComparison.Ordinal));
        Assert.All(retries, retry => Assert.DoesNotContain("run again.", retry, StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Trait("Feature", "J4")]
    public async Task ABodyOfItsOwn_IsRetriedOnlyWhereThatIsSaid()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Once();
        var workflow = new Workflow("retry");
        workflow.Step("server", run => new Servers(stage.Http, stage.Semel).CreateAsync(Stage.Server("web-1"), run.CancellationToken));

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal((StepState.Failed, 1), (result["server"].State, result["server"].Attempts));
    }

    [Fact, Trait("Feature", "A7")]
    public async Task WhatExists_IsSkipped_AndItsOutputReachesDependants_WithoutALockOrAWrite()
    {
        await using var stage = await Stage.StartAsync();
        (Workflow Workflow, Step<string> Note) Define(SemelContext semel)
        {
            var workflow = new Workflow("skip");
            var server = workflow.Create("server", new Servers(stage.Http, semel).CreateAsync, Stage.Server("web-1"), new StepOptions { SkipIfExists = true });
            return (workflow, workflow.Step("note", server, (_, server) => Task.FromResult($"{server.Outcome} {server.Value.Name} {server.Id}")));
        }

        Assert.Equal(StepState.Succeeded, (await Define(stage.Semel).Workflow.RunAsync(stage.Semel))["server"].State);
        var id = stage.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString();
        var (second, note) = Define(stage.Semel);
        var result = await second.RunAsync(stage.Semel);
        Assert.Equal(StepState.Skipped, result["server"].State);
        Assert.True(result.Succeeded);
        Assert.Equal($"Reused web-1 {id}", result.Output(note));
        Assert.True(result["server"].Resources.Single().Verified);

        // deleted by us: a tombstone
        await new Servers(stage.Http, stage.Semel).DeleteAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        var third = await Define(stage.Semel).Workflow.RunAsync(stage.Semel);
        Assert.Equal(Outcome.Created, third["server"].Resources.Single().Outcome);

        // deleted by somebody else, long ago: the record says it is there
        var now = stage.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString();
        stage.Cloud.Remove(CloudKind.Servers, now);
        stage.Time.Advance(TimeSpan.FromHours(1));
        var (last, _) = Define(stage.Semel);
        Assert.NotEqual(StepState.Skipped, (await last.RunAsync(stage.Semel))["server"].State);
    }

    [Theory, Trait("Feature", "A7")]
    [InlineData(true, StepState.Skipped)]
    [InlineData(false, StepState.Succeeded)]
    public async Task WhatOnlyAListOfYourOwnShows_IsSkippedWhileItIsThere(bool isListed, StepState state)
    {
        await using var stage = await Stage.StartAsync();
        IReadOnlyList<FoundResource> listed = [];
        var options = new CreateOrGetOptions<string> { Id = id => id, List = _ => Task.FromResult(listed), Verify = Verify.Never };
        Task<WorkflowResult> RunAsync()
        {
            var workflow = new Workflow("skip");
            workflow.Step("thing", run => stage.Semel.CreateOrGetAsync("Things", "one", (_, _) => Task.FromResult("id-1"), options, run.CancellationToken), new StepOptions { SkipIfExists = true });
            return workflow.RunAsync(stage.Semel);
        }

        Assert.Equal(StepState.Succeeded, (await RunAsync())["thing"].State);
        if (isListed) listed = [new FoundResource("id-1")];
        stage.Time.Advance(TimeSpan.FromHours(1));

        var again = (await RunAsync())["thing"];
        Assert.Equal((state, isListed), (again.State, again.Resources.Single().Verified));
    }

    [Fact, Trait("Feature", "J4")]
    public async Task AStepThatTakesTooLong_IsCancelledAndFails()
    {
        await using var stage = await Stage.StartAsync();
        var post = stage.Cloud.Faults.On("POST", "/v1/networks").Hang();
        var workflow = new Workflow("slow");
        workflow.Create("network", new Networks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Right }, Never with { Timeout = TimeSpan.FromSeconds(20) });
        var run = workflow.RunAsync(stage.Semel);
        await post.Hit;
        stage.Time.Advance(TimeSpan.FromSeconds(21));

        var result = await run;

        Assert.Equal(StepState.Failed, result["network"].State);
        Assert.IsType<TimeoutException>(result["network"].Error);
        Assert.Contains("longer than 00:00:20", result["network"].Reason, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "J4")]
    public async Task ACreateThatDidNotReachTheApi_IsRetried_AndOneInDoubtIsNot()
    {
        await using var stage = await Stage.StartAsync();
        using var unreachable = new HttpClient(new Unreachable { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = stage.Http.BaseAddress };
        stage.Cloud.Faults.On("POST", "/v1/certificates").LoseReply().Once();
        var workflow = new Workflow("reached");
        workflow.Create("server", new Servers(unreachable, stage.Semel).CreateAsync, Stage.Server("web-1"));
        workflow.Step("certificate", run => new Certificates(stage.Http, stage.Semel).CreateAsync("web", new() { SigningRequest = "request" }, run.CancellationToken), new StepOptions { Retries = 5 });

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal((StepState.Succeeded, 3), (result["server"].State, result["server"].Attempts));
        Assert.Equal((StepState.Failed, 1), (result["certificate"].State, result["certificate"].Attempts));
        Assert.IsType<IndeterminateException>(result["certificate"].Error);
        Assert.Equal((1, 1), (stage.Cloud.Posts(CloudKind.Servers), stage.Cloud.Posts(CloudKind.Certificates)));
    }

    [Fact, Trait("Feature", "A7")]
    public async Task WhatIsDeletedOrUnreadable_IsNotSkipped()
    {
        await using var stage = await Stage.StartAsync();
        Workflow Define()
        {
            var workflow = new Workflow("skip");
            workflow.Create("server", new Servers(stage.Http, stage.Semel).CreateAsync, Stage.Server("web-1"), Never with { SkipIfExists = true });
            return workflow;
        }

        await Define().RunAsync(stage.Semel);
        var id = stage.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString();
        Assert.Equal(StepState.Skipped, (await Define().RunAsync(stage.Semel))["server"].State);
        Assert.Equal(StepState.Succeeded, (await Define().RunAsync(stage.Semel, new RunOptions { Force = ["server"] }))["server"].State);

        id = stage.Cloud.Live(CloudKind.Servers).Single(server => server["id"]!.ToString() != id)["id"]!.ToString();
        stage.Cloud.Faults.On("GET", $"/v1/servers/{id}").Reject(503).Once();
        Assert.Equal(StepState.Succeeded, (await Define().RunAsync(stage.Semel))["server"].State); // by its record, which its model trusts
        Assert.Equal(2, stage.Cloud.Posts(CloudKind.Servers));
    }

    /// <summary>No connection for the first two creates.</summary>
    private sealed class Unreachable : DelegatingHandler
    {
        private int _left = 2;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Post && _left-- > 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : base.SendAsync(request, cancellationToken);
    }
}
