using System.Text.Json.Nodes;
using Semel.Runtime.Tests.Guards;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;
using KeyPlace = Semel.KeyPlace;

namespace Semel.Runtime.Tests.Remote;

/// <summary>The kinds of the small cloud that need keys, PUT, operations and labels, through the whole protocol.</summary>
public sealed class CloudTests
{
    private static readonly PageNumberPaging Pages = new("page", "per_page", 200, "links.pages.next", "meta.total");

    public static TheoryData<string> Shapes() => ["header", "structured", "repeatability", "query", "body"];

    [Theory]
    [MemberData(nameof(Shapes))]
    [Trait("Feature", "E5")]
    [Trait("Feature", "E2")]
    public async Task LostReply_IsRepeatedWithTheSameKey_AndTheServerMadeOne(string shape)
    {
        await using var scenario = await Scenario.StartAsync();
        var (rules, field) = shape switch
        {
            "header" => (KeyRules.Header, new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key")),
            "structured" => (KeyRules.StructuredHeader, new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key", KeyShape.StructuredString)),
            "repeatability" => (KeyRules.Repeatability, new IdempotencyKeyField(KeyPlace.Header, "Repeatability-Request-ID") { FirstSentHeader = "Repeatability-First-Sent" }),
            "query" => (KeyRules.Query, new IdempotencyKeyField(KeyPlace.Query, KeyRules.Query.Name, KeyShape.Uuid4)),
            _ => (KeyRules.Body, new IdempotencyKeyField(KeyPlace.Body, KeyRules.Body.Name, KeyShape.Uuid4)),
        };
        scenario.Cloud.Keys[CloudKind.Volumes] = rules;
        scenario.Cloud.Faults.On("POST", "/v1/volumes").LoseReply().Once();

        var created = await scenario.WaitingOutAsync(CreateAsync(scenario, Volumes(field), """{"name":"data","size_gib":10,"region":"north-1"}""", "data"));

        Assert.Equal(Outcome.Created, created.Outcome);
        Assert.Equal((2, 1), (scenario.Cloud.Posts(CloudKind.Volumes), scenario.Cloud.Applied.Count));
        Assert.Equal(created.Id, (string?)scenario.Cloud.Live(CloudKind.Volumes).Single()["id"]);
        var sent = scenario.Cloud.Requests.Where(request => request.Method == "POST").Select(request => (request.Query, request.Body)).ToList();
        Assert.Equal(sent[0], sent[1]);
    }

    [Fact]
    [Trait("Feature", "E5")]
    public async Task KeyThatIsNotSent_WouldHaveMadeTwo()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Keys[CloudKind.Volumes] = KeyRules.Header;
        scenario.Cloud.Faults.On("POST", "/v1/volumes").LoseReply().Once();
        var misnamed = new IdempotencyKeyField(KeyPlace.Header, "X-Not-The-Key");
        await scenario.WaitingOutAsync(CreateAsync(scenario, Volumes(misnamed), """{"name":"data","size_gib":10,"region":"north-1"}""", "data"));
        Assert.Equal(2, scenario.Cloud.Count(CloudKind.Volumes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Feature", "A10")]
    [Trait("Feature", "E2")]
    public async Task LostReplyOfAPut_IsSentAgain_AndTheServerHasOne(bool conditional)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("PUT", "/v1/buckets/logs-1").LoseReply().Once();
        var created = await scenario.WaitingOutAsync(CreateAsync(scenario, Buckets(conditional), """{"region":"north-1"}""", "logs-1"));
        Assert.Equal("logs-1", created.Id);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Buckets));
        Assert.Equal(conditional ? 1 : 2, scenario.Cloud.Applied.Count);
        Assert.Equal(conditional ? 0 : 1, scenario.Cloud.Requests.TakeWhile(request => request.Method != "PUT").Count());
    }

    [Fact]
    [Trait("Feature", "D8")]
    [Trait("Feature", "D2")]
    public async Task Operation_IsFollowedByALaterRun_AndTheResourceCarriesItsLabels()
    {
        var time = new ManualTime();
        await using var cloud = await CloudServer.StartAsync(new CloudOptions { TimeProvider = time, StartupTime = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
        cloud.HidesNewIds = true;
        using var http = cloud.CreateClient();
        var repository = new MemoryDataRepository();
        using var stop = new CancellationTokenSource();
        var interrupted = new InterruptedRepository(repository) { Written = record => { if (record is IntentRecord { Operation: not null }) stop.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ResourceClient<Thing>(http, Things.Context(interrupted, time), Databases()).CreateAsync("orders", Orders(), [], stop.Token));
        time.Advance(TimeSpan.FromMinutes(1));

        var created = await new ResourceClient<Thing>(http, Things.Context(repository, time), Databases()).CreateAsync("orders", Orders(), [], TestContext.Current.CancellationToken);

        var live = Assert.Single(cloud.Live(CloudKind.Databases));
        Assert.Equal((created.Id, 1), ((string?)live["id"], cloud.Posts(CloudKind.Databases)));
        Assert.Equal(Marker.For(new ResourceKey("test", "Databases", "orders"), 1).Identity, (string?)live["labels"]!["semel"]);
    }

    [Fact]
    [Trait("Feature", "I6")]
    public async Task WipedRepository_IsRebuiltFromLabels_ByOneFilteredList()
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await scenario.WaitingOutAsync(CreateAsync(scenario, Databases(), Orders().Json.ToJsonString(), "orders"));
        scenario.WipeRepository();
        var before = scenario.Cloud.Requests.Count;
        var adopted = await scenario.WaitingOutAsync(CreateAsync(scenario, Databases(), Orders().Json.ToJsonString(), "orders"));
        Assert.Equal((Outcome.Adopted, created.Id), (adopted.Outcome, adopted.Id));
        Assert.StartsWith("?label_selector=semel%3D", scenario.Cloud.Requests[before].Query);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Databases));
    }

    private static Task<Ensured<Thing>> CreateAsync(Scenario scenario, ResourceDescriptor descriptor, string body, string instance) =>
        new ResourceClient<Thing>(scenario.Http, scenario.NewRun(), descriptor).CreateAsync(instance, Thing.Wrap((JsonObject)JsonNode.Parse(body)!), [], TestContext.Current.CancellationToken);

    private static Thing Orders() => Thing.Wrap(new JsonObject { ["name"] = "orders", ["engine"] = "postgresql", ["region"] = "north-1", ["labels"] = new JsonObject { ["team"] = "a" } });

    private static ResourceDescriptor Volumes(IdempotencyKeyField field) => new()
    {
        Model = "Volumes",
        Guarantee = Guarantee.Replay,
        CreatePath = "/v1/volumes",
        CreateEnvelope = "volume",
        Id = "id",
        IdParameter = "volume_id",
        ReadPath = "/v1/volumes/{volume_id}",
        ReadEnvelope = "volume",
        IdempotencyKey = field,
    };

    private static ResourceDescriptor Buckets(bool conditional) => new()
    {
        Model = "Buckets",
        Guarantee = Guarantee.Natural,
        CreatePath = "/v1/buckets/{bucket_name}",
        CreateMethod = HttpMethod.Put,
        CreateEnvelope = "bucket",
        Id = "name",
        IdParameter = "bucket_name",
        ReadPath = "/v1/buckets/{bucket_name}",
        ReadEnvelope = "bucket",
        NameInResource = "name",
        IfNoneMatch = conditional,
    };

    private static ResourceDescriptor Databases() => new()
    {
        Model = "Databases",
        Guarantee = Guarantee.Marker,
        CreatePath = "/v1/databases",
        CreateEnvelope = "database",
        Id = "id",
        IdParameter = "database_id",
        ReadPath = "/v1/databases/{database_id}",
        ReadEnvelope = "database",
        List = new ResourceList("/v1/databases", "databases", Pages),
        Marker = new MarkerField(MarkerKind.Map, "labels", "label_selector", FilterFormat: "{key}={value}"),
        Operation = new LongRunningOperation("Operation-Location", null, null, "operation.status", ["succeeded"], ["failed"], "operation.resource_id"),
        Ready = new ReadyCondition("status", ["ready"], ["error"]),
    };
}
