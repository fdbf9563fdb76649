using System.Net;
using System.Text.Json.Serialization;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>The way in without a generator, and what all three ways share.</summary>
public sealed partial class CreateOrGetTests
{
    [JsonSerializable(typeof(Thing))]
    internal sealed partial class Json : JsonSerializerContext;

    [Fact]
    [Trait("Feature", "A5")]
    public async Task CalledTwice_TheDelegateRunsOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        var calls = 0;
        Task<string> Create(CreateAttempt attempt, CancellationToken token) => Task.FromResult($"id-{++calls}");

        var first = await scenario.Semel.CreateOrGetAsync("Things", "one", Create);
        var second = await scenario.NewRun().CreateOrGetAsync("Things", "one", Create);

        Assert.Equal((1, "id-1", "id-1"), (calls, first.Value, second.Id));
        Assert.Equal((Outcome.Created, Outcome.Reused), (first.Outcome, second.Outcome));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    [Trait("Feature", "A5")]
    public async Task DefiniteRejection_IsThrown_AndTheNextCallRunsItAgain(int status)
    {
        await using var scenario = await Scenario.StartAsync();
        var calls = 0;
        Task<string> Create(CreateAttempt attempt, CancellationToken token) => ++calls == 1 ? throw new HttpRequestException("no", null, (HttpStatusCode)status) : Task.FromResult("1");

        var rejected = await Assert.ThrowsAsync<RejectedException>(() => scenario.Semel.CreateOrGetAsync("Things", "one", Create));
        Assert.Equal(status, rejected.Status);
        Assert.Equal(Outcome.Created, (await scenario.Semel.CreateOrGetAsync("Things", "one", Create)).Outcome);
        Assert.Equal(2, calls);
    }

    [Fact]
    [Trait("Feature", "A5")]
    public async Task AnythingElseThatIsThrown_IsDoubt_AndTheDelegateIsNotCalledAgain()
    {
        await using var scenario = await Scenario.StartAsync();
        var calls = 0;
        Task<string> Create(CreateAttempt attempt, CancellationToken token) => ++calls > 0 ? throw new InvalidOperationException("a defect after the POST") : Task.FromResult("");

        await Assert.ThrowsAsync<IndeterminateException>(() => scenario.Semel.CreateOrGetAsync("Things", "one", Create));
        await Assert.ThrowsAsync<IndeterminateException>(() => scenario.NewRun().CreateOrGetAsync("Things", "one", Create));
        Assert.Equal(1, calls);
    }

    [Fact]
    [Trait("Feature", "A5")]
    public async Task Value_IsKeptAsJson_WhereNothingReadsIt()
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await scenario.Semel.CreateOrGetAsync("Things", "one", (_, _) => Task.FromResult(new Thing("1", "one", ["a"])), thing => thing.Id, Json.Default.Thing);
        var reused = await scenario.NewRun().CreateOrGetAsync("Things", "one", (_, _) => throw new NotSupportedException(), thing => thing.Id, Json.Default.Thing);

        Assert.Equal((Outcome.Reused, "one", "a"), (reused.Outcome, reused.Value.Name, reused.Value.Tags.Single()));
        Assert.Equal(created.Id, reused.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Feature", "A3")]
    public async Task ConfirmedAbsence_CreatesTheNextGeneration_AVerifyNeverStops(bool never)
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new CloudApi(scenario.Http);
        var options = WayIn.OptionsOf(api, CloudKind.Servers, "web-1") with { List = token => WayIn.Shown(api.ListAsync("servers", "", token)), Verify = never ? Verify.Never : null };
        Task<Ensured<Thing>> Ensure() => scenario.NewRun().CreateOrGetAsync("Servers", "web-1", (attempt, token) => api.PostAsync("servers", new("web-1") { Tags = attempt.Tags }, null, token), options);
        var first = await Ensure();
        scenario.Cloud.Remove(CloudKind.Servers, first.Id);
        scenario.Time.Advance(TimeSpan.FromHours(1));

        if (never)
        {
            Assert.Equal(404, (await Assert.ThrowsAsync<UnknownException>(Ensure)).Status);
            Assert.Equal(0, scenario.Cloud.Count(CloudKind.Servers));
            return;
        }

        var second = await Ensure();
        Assert.Equal((Outcome.Replaced, 2), (second.Outcome, second.Generation));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
        Assert.Contains(second.Value.Tags, tag => tag.EndsWith("-2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [Trait("Feature", "A4")]
    public async Task AnyOtherErrorOfTheRead_CreatesNothing_AndIsThrown(int status)
    {
        foreach (var way in WayIn.All)
        {
            await using var scenario = await Scenario.StartAsync();
            await WayIn.EnsureAsync(way, CloudKind.Networks, scenario.Http, scenario.Semel, "web-1");
            scenario.Cloud.Faults.On("GET", "/v1/networks/*").Reject(status).Always();

            var unknown = await Assert.ThrowsAsync<UnknownException>(() => WayIn.EnsureAsync(way, CloudKind.Networks, scenario.Http, scenario.NewRun(), "web-1"));
            Assert.Equal((status, 1), (unknown.Status, scenario.Cloud.Posts(CloudKind.Networks)));
        }
    }

    [Theory]
    [InlineData(OnExists.Fail)]
    [InlineData(OnExists.Adopt)]
    [InlineData(OnExists.Update)]
    [InlineData(OnExists.Replace)]
    [Trait("Feature", "A9")]
    public async Task WhatExists_IsTreatedAsDeclared_AndOurOwnNeverTripsIt(OnExists onExists)
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new CloudApi(scenario.Http);
        var stranger = scenario.Cloud.Seed(CloudKind.Networks, """{ "name": "web-1", "range": "10.9.0.0/24" }""");
        var updates = 0;
        Task<Ensured<Thing>> Ensure(string name) => scenario.WaitingOutAsync(scenario.NewRun().CreateOrGetAsync("Networks", name, (_, token) => api.PostAsync("networks", new(name), null, token), WayIn.OptionsOf(api, CloudKind.Networks, name) with
        {
            OnExists = onExists,
            Update = (_, _) => Task.FromResult(++updates),
            Delete = (id, token) => api.DeleteAsync("networks", id, token),
        }));

        Assert.Equal(Outcome.Created, (await Ensure("ours")).Outcome);
        Assert.Equal(Outcome.Reused, (await Ensure("ours")).Outcome);
        if (onExists == OnExists.Fail)
        {
            Assert.Equal(stranger, Assert.Single((await Assert.ThrowsAsync<ConflictException>(() => Ensure("web-1"))).Candidates));
            Assert.Equal(2, scenario.Cloud.Count(CloudKind.Networks));
            return;
        }

        var ensured = await Ensure("web-1");
        Assert.Equal(onExists switch { OnExists.Adopt => Outcome.Adopted, OnExists.Update => Outcome.Updated, _ => Outcome.Replaced }, ensured.Outcome);
        Assert.Equal(onExists == OnExists.Replace, ensured.Id != stranger);
        Assert.Equal(onExists == OnExists.Update ? 1 : 0, updates);
        Assert.Equal(Outcome.Reused, (await Ensure("web-1")).Outcome);
        Assert.Equal((2, onExists == OnExists.Update ? 1 : 0), (scenario.Cloud.Count(CloudKind.Networks), updates));
    }

    [Fact]
    [Trait("Feature", "A10")]
    public async Task NaturalPut_IsNotLookedFor_AndStillRecorded()
    {
        foreach (var way in WayIn.All)
        {
            await using var scenario = await Scenario.StartAsync();
            await WayIn.EnsureAsync(way, CloudKind.Buckets, scenario.Http, scenario.Semel, "web-1");

            Assert.Equal(["PUT /v1/buckets/web-1"], scenario.Cloud.Requests.Select(request => $"{request.Method} {request.Path}"));
            Assert.Equal("web-1", Assert.IsType<LiveRecord>(await scenario.RecordAsync("Buckets")).Id);
            await WayIn.EnsureAsync(way, CloudKind.Buckets, scenario.Http, scenario.NewRun(), "web-1");
            Assert.Single(scenario.Cloud.Mutations);
        }
    }

    [Fact]
    [Trait("Feature", "A6")]
    public async Task AllWays_ShareTheirRecords_SoThatEachReusesWhatAnotherMade()
    {
        await using var scenario = await Scenario.StartAsync();
        var ids = new List<string>();
        foreach (var way in WayIn.All)
            foreach (var kind in new[] { CloudKind.Networks, CloudKind.Servers, CloudKind.Volumes })
                ids.Add(await WayIn.EnsureAsync(way, kind, scenario.Http, scenario.NewRun(), "web-1"));
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(3, scenario.Cloud.Mutations.Count);
    }

    [Fact]
    [Trait("Feature", "J5")]
    public async Task Observer_IsToldWhatWasDone_UntilItIsDisposed()
    {
        await using var scenario = await Scenario.StartAsync();
        var told = new List<EnsuredNotice>();
        using (scenario.Semel.Observe(told.Add))
        {
            await WayIn.EnsureAsync(WayIn.Interface, CloudKind.Networks, scenario.Http, scenario.Semel, "web-1");
            await WayIn.EnsureAsync(WayIn.Interface, CloudKind.Networks, scenario.Http, scenario.Semel, "web-1");
        }

        await WayIn.EnsureAsync(WayIn.Interface, CloudKind.Networks, scenario.Http, scenario.Semel, "web-1");
        Assert.Equal([(Outcome.Created, "web-1"), (Outcome.Reused, "web-1")], told.Select(notice => (notice.Outcome, notice.Key.Instance)));
    }

    [Fact]
    [Trait("Feature", "D1")]
    public async Task Readiness_IsWaitedFor_AndFollowUpsRunOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new CloudApi(scenario.Http);
        var (reads, followed) = (0, new List<string>());
        var options = WayIn.OptionsOf(api, CloudKind.Volumes, "web-1") with
        {
            Call = new()
            {
                ReadyWhen = _ => ++reads < 3 ? Readiness.Pending : Readiness.Ready,
                FollowUps = [new("announce", (thing, _) => { followed.Add(thing.Name); return Task.CompletedTask; })],
            },
        };
        for (var run = 0; run < 2; run++)
            await scenario.WaitingOutAsync(scenario.NewRun().CreateOrGetAsync("Volumes", "web-1", (attempt, token) => api.PostAsync("volumes", new("web-1"), attempt.IdempotencyKey, token), options));
        Assert.Equal(["web-1"], followed);
        Assert.True(reads >= 3);
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("x", "  ")]
    [Trait("Feature", "B3")]
    public void BlankKeys_AreRefused(string? first, string? second) =>
        Assert.Throws<ArgumentException>(() => InstanceKey.Of("a/b", [first, second]));

    [Fact]
    [Trait("Feature", "B2")]
    public void Keys_AreInjective()
    {
        string[] parts = ["a", "b", "/", "%", "a/b", "%2F", "a%", "b/"];
        var keys = parts.SelectMany(first => parts.Select(second => InstanceKey.Of("a/b", [first, second]))).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal("a/b", InstanceKey.Of("a", ["a/b"]));
        Assert.Equal("3fa85f64-5717-4562-b3fc-2c963f66afa6", InstanceKey.Text(Guid.Parse("3fa85f64-5717-4562-b3fc-2c963f66afa6")));
        Assert.Null(InstanceKey.Text((int?)null));
    }
}
