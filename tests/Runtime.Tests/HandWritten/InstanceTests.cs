using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>What is done with an instance beside its create, in each way in that it was created.</summary>
public sealed class InstanceTests
{
    private const string Name = "web-1";

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var way in WayIn.All)
                foreach (var kind in new[] { CloudKind.Networks, CloudKind.Volumes, CloudKind.Servers, CloudKind.Certificates }) cells.Add(way, kind);
            return cells;
        }
    }

    public static TheoryData<string> Ways => [.. WayIn.All];

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Feature", "A6")]
    public async Task CreatedTwice_SendsOnePost(string way, string kind)
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await WayIn.EnsureAsync(way, kind, scenario.Http, scenario.Semel, Name);
        var second = await WayIn.EnsureAsync(way, kind, scenario.Http, scenario.NewRun(), Name);
        Assert.Equal((first, 1, 1), (second, scenario.Cloud.Posts(kind), scenario.Cloud.Count(kind)));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Feature", "A5")]
    public async Task DefiniteRejection_IsThrown_AndTheNextRunSendsAgain(string way, string kind)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", $"/v1/{kind}").Reject(422);

        Assert.Equal(422, (await Assert.ThrowsAsync<RejectedException>(() => WayIn.EnsureAsync(way, kind, scenario.Http, scenario.Semel, Name))).Status);
        await WayIn.EnsureAsync(way, kind, scenario.Http, scenario.NewRun(), Name);
        Assert.Equal((2, 1), (scenario.Cloud.Posts(kind), scenario.Cloud.Count(kind)));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Feature", "I2")]
    public async Task Deleted_IsCreatedAnew_InTheNextGeneration(string way, string kind)
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new CloudApi(scenario.Http);
        Task DeleteAsync() => scenario.NewRun().DeleteAsync(WayIn.Model(kind), Name, (id, token) => api.DeleteAsync(kind, id, token), TestContext.Current.CancellationToken);
        var first = await WayIn.EnsureAsync(way, kind, scenario.Http, scenario.Semel, Name);

        await DeleteAsync();
        await DeleteAsync();

        Assert.Equal(0, scenario.Cloud.Count(kind));
        Assert.Single(scenario.Cloud.Mutations, request => request.Method == "DELETE");
        Assert.Equal(first, Assert.IsType<TombstoneRecord>(await scenario.RecordAsync(WayIn.Model(kind))).Id);
        Assert.NotEqual(first, await scenario.WaitingOutAsync(WayIn.EnsureAsync(way, kind, scenario.Http, scenario.NewRun(), Name)));
        Assert.Equal((2, 2, 1), ((await scenario.RecordAsync(WayIn.Model(kind)))!.Generation, scenario.Cloud.Posts(kind), scenario.Cloud.Count(kind)));
    }

    [Fact]
    [Trait("Feature", "I1")]
    public async Task DeleteThatIsRefused_LeavesResourceAndRecord()
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new CloudApi(scenario.Http);
        var id = await WayIn.EnsureAsync(WayIn.Delegate, CloudKind.Servers, scenario.Http, scenario.Semel, Name);
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").Reject(403);

        var refused = await Assert.ThrowsAsync<RejectedException>(() => scenario.Semel.DeleteAsync("Servers", Name, (gone, token) => api.DeleteAsync("servers", gone, token), TestContext.Current.CancellationToken));

        Assert.Equal((403, id), (refused.Status, Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Id));
        await Assert.ThrowsAsync<ArgumentException>(() => scenario.Semel.DeleteAsync("Servers", Name, new CreateOrGetOptions<Thing> { Id = thing => thing.Id }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    [Trait("Feature", "E2")]
    public async Task Doubt_EndsByAPersonsWord(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/certificates").LoseReply();
        Task<string> EnsureAsync() => WayIn.EnsureAsync(way, CloudKind.Certificates, scenario.Http, scenario.NewRun(), Name);
        var doubt = await Assert.ThrowsAsync<IndeterminateException>(EnsureAsync);
        Assert.Contains("ResolveAsync", doubt.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnknownException>(() => scenario.Semel.DeleteAsync(doubt.Key.Model, doubt.Key.Instance, (_, _) => throw new NotSupportedException(), TestContext.Current.CancellationToken));

        var id = scenario.Cloud.Live(CloudKind.Certificates).Single()["id"]!.ToString();
        await scenario.Semel.ResolveAsync(doubt.Key.Model, doubt.Key.Instance, id, TestContext.Current.CancellationToken);

        Assert.Equal((id, 1), (await EnsureAsync(), scenario.Cloud.Posts(CloudKind.Certificates)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => scenario.Semel.ResolveAsync(doubt.Key.Model, doubt.Key.Instance, id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    [Trait("Feature", "E2")]
    public async Task Doubt_ResolvedAsNotCreated_IsCreatedByTheNextRun_OnceNothingCanArriveAnyMore(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/certificates").LoseRequest();
        Task<string> EnsureAsync() => WayIn.EnsureAsync(way, CloudKind.Certificates, scenario.Http, scenario.NewRun(), Name);
        await Assert.ThrowsAsync<IndeterminateException>(EnsureAsync);
        Task ResolveAsync() => scenario.Semel.ResolveAsync("Certificates", Name, createdId: null, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<UnknownException>(ResolveAsync);
        scenario.Time.Advance(TimeSpan.FromMinutes(10));
        await ResolveAsync();

        await EnsureAsync();
        Assert.Equal((2, 1), (scenario.Cloud.Posts(CloudKind.Certificates), scenario.Cloud.Count(CloudKind.Certificates)));
    }

    /// <summary>A person may be wrong: with the read of the create, what is not there and what is another's is refused.</summary>
    [Fact]
    [Trait("Feature", "B7")]
    public async Task Doubt_IsNotResolvedWithWhatIsNotThere_OrAnothers()
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new CloudApi(scenario.Http);
        var options = new CreateOrGetOptions<Thing> { Id = thing => thing.Id, Read = (id, token) => api.GetAsync("servers", id, token), Markers = thing => thing.Tags };
        Task<Ensured<Thing>> EnsureAsync(string name) => scenario.NewRun().CreateOrGetAsync("Servers", name, (_, token) => api.PostAsync("servers", new(name), null, token), options);
        var other = (await EnsureAsync("web-2")).Id;
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();
        await Assert.ThrowsAsync<IndeterminateException>(() => EnsureAsync("web-3"));
        var stranger = scenario.Cloud.Seed(CloudKind.Servers, $$"""{ "name": "web-4", "region": "north-1", "size": "small", "image": "debian-13", "tags": ["{{Marker.For(new("test", "Servers", "web-4"), 1)}}"] }""");
        Task ResolveAsync(string id) => scenario.Semel.ResolveAsync("Servers", "web-3", id, options, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArgumentException>(() => ResolveAsync("none"));
        await Assert.ThrowsAsync<ConflictException>(() => ResolveAsync(stranger));
        await Assert.ThrowsAsync<ConflictException>(() => ResolveAsync(other));
        scenario.Cloud.Faults.On("GET", "/v1/servers/*").Reject(401);
        Assert.Equal(401, (await Assert.ThrowsAsync<UnknownException>(() => ResolveAsync("none"))).Status);
        Assert.IsType<IntentRecord>(await scenario.RecordAsync("Servers", "web-3"));
    }
}
