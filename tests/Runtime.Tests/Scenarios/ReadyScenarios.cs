using CloudModels;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>Creates that are not over with the reply: the resource becomes ready, something follows.</summary>
public sealed class ReadyScenarios
{
    private static readonly ReadyCondition Active = new("status", ["active"], ["error"]);

    [Fact]
    [Trait("Feature", "D1")]
    [Trait("Feature", "D2")]
    public async Task KilledWhileWaiting_TheRecordHasTheId_AndTheNextRunPollsTheSame()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client(Kinds.With(changes => changes.Ready = Active));
        scenario.Cloud.Faults.On("GET", "/v1/servers/*").Status(200, """{"server":{"id":1,"name":"web-1","status":"new"}}""").Always();
        using var killed = new CancellationTokenSource();
        var creating = client.CreateAsync("web-1", Scenario.Web1, [], new(), killed.Token);
        await scenario.WaitBegunAsync();
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => creating);
        var recorded = Assert.IsType<LiveRecord>(await scenario.RecordAsync());
        scenario.Cloud.Faults.Clear();

        var ready = await scenario.Client(Kinds.With(changes => changes.Ready = Active), scenario.NewRun()).EnsureAsync();

        Assert.Equal(Readiness.Pending, recorded.Readiness);
        Assert.Equal((Outcome.Reused, recorded.Id), (ready.Outcome, ready.Id));
        Assert.Equal(Readiness.Ready, Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Readiness);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "D2")]
    public async Task NotReadyInTime_IsATypedError_ThatNamesTheId()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();

        var error = await Assert.ThrowsAsync<NotReadyException>(() => scenario.WaitingOutAsync(client.EnsureAsync(new() { ReadyWhen = _ => Readiness.Pending })));

        Assert.Equal(Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Id, error.Id);
        Assert.Equal(Readiness.Pending, error.Readiness);
    }

    [Fact]
    [Trait("Feature", "D3")]
    public async Task EndedInAnError_Fails_IsKept_OrIsReplaced()
    {
        await using var scenario = await Scenario.StartAsync();
        string? first = null;
        var failing = new CreateOptions<Server> { ReadyWhen = server => server.Json["id"]!.ToString() == (first ??= server.Json["id"]!.ToString()) ? Readiness.Failed : Readiness.Ready };

        var error = await Assert.ThrowsAsync<NotReadyException>(() => scenario.Client().EnsureAsync(failing));
        var again = await Assert.ThrowsAsync<NotReadyException>(() => scenario.Client().EnsureAsync(failing));
        Assert.Equal((Readiness.Failed, error.Id), (again.Readiness, again.Id));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));

        var kept = await scenario.Client(Kinds.With(changes => changes.OnFailed = OnFailed.Keep)).EnsureAsync(failing);
        Assert.Equal((Outcome.Reused, error.Id), (kept.Outcome, kept.Id));

        var replaced = await scenario.Client(Kinds.With(changes => changes.OnFailed = OnFailed.Replace)).EnsureAsync(failing);
        Assert.Equal((Outcome.Replaced, 2), (replaced.Outcome, replaced.Generation));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "D9")]
    public async Task FollowUps_RunOnceAfterACreate_AndNeverForAnAdoptedOne()
    {
        await using var scenario = await Scenario.StartAsync();
        var runs = new List<string>();
        var options = new CreateOptions<Server> { FollowUps = [Noting("attach"), Noting("tell")] };

        await scenario.Client().EnsureAsync(options);
        await scenario.Client().EnsureAsync(options);
        Assert.Equal(["attach", "tell"], runs);
        Assert.Equal(["attach", "tell"], Assert.IsType<LiveRecord>(await scenario.RecordAsync()).DoneFollowUps);

        scenario.WipeRepository();
        var adopted = await scenario.Client(semel: scenario.NewRun()).EnsureAsync(options);
        Assert.Equal(Outcome.Adopted, adopted.Outcome);
        Assert.Equal(["attach", "tell"], runs);

        FollowUp<Server> Noting(string name) => new(name, (_, _) =>
        {
            runs.Add(name);
            return Task.CompletedTask;
        });
    }

    [Fact]
    [Trait("Feature", "D9")]
    public async Task FollowUpThatFails_IsRunAgainByTheNextRun_AndWhatWasDoneIsNot()
    {
        await using var scenario = await Scenario.StartAsync();
        var (first, second) = (0, 0);
        var options = new CreateOptions<Server>
        {
            FollowUps =
            [
                new("first", (_, _) => Task.FromResult(first++)),
                new("second", (_, _) => ++second == 1 ? throw new InvalidOperationException("no") : Task.CompletedTask),
            ],
        };

        var error = await Assert.ThrowsAsync<FollowUpException>(() => scenario.Client().EnsureAsync(options));
        var finished = await scenario.Client(semel: scenario.NewRun()).EnsureAsync(options);

        Assert.Equal(("second", finished.Id), (error.FollowUp, error.Id));
        Assert.Equal((1, 2), (first, second));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "D9")]
    public async Task FollowUps_OfACreateWhoseReplyWasLost_RunAllTheSame()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();
        var runs = 0;

        var found = await scenario.Client().EnsureAsync(new() { FollowUps = [new("attach", (_, _) => Task.FromResult(runs++))] });

        Assert.Equal(Outcome.Adopted, found.Outcome);
        Assert.Equal(1, runs);
    }

    [Fact]
    [Trait("Feature", "D5")]
    public async Task FollowUpThatIsDoneAlready_IsFine_ByATypedPredicateOnly()
    {
        await using var scenario = await Scenario.StartAsync();
        static Task Conflict(Server server, CancellationToken cancellationToken) => throw new ApiException("in use", HttpMethod.Post, "/attach", 409);
        static Task Broken(Server server, CancellationToken cancellationToken) => throw new ApiException("broken", HttpMethod.Post, "/attach", 500);
        static bool IsDone(Exception error) => error is ApiException { Status: 409 };

        await scenario.Client().EnsureAsync(new() { FollowUps = [new("attach", Conflict, IsDone)] });
        var error = await Assert.ThrowsAsync<FollowUpException>(() => scenario.Client().EnsureAsync(new() { FollowUps = [new("attach", Broken, IsDone)] }, instance: "web-2",
            request: new() { Name = "web-2", Region = "north-1", Size = "small", Image = "debian-13" }));

        Assert.IsType<ApiException>(error.InnerException);
    }
}
