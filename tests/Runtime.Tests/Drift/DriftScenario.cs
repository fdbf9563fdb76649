using System.Text.Json.Nodes;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Drift;

/// <summary>One thing of <see cref="DriftApi"/>, run again and again.</summary>
internal sealed class DriftScenario : IAsyncDisposable
{
    private readonly DriftApi _api;

    private DriftScenario(DriftApi api) => _api = api;

    public DriftApi Api => _api;

    public MemoryDataRepository Repository { get; } = new();

    public OnDrift OnDrift { get; set; } = OnDrift.Update;

    public OnExists OnExists { get; set; }

    public ReplaceOrder ReplaceOrder { get; set; }

    public SecretWrites SecretWrites { get; set; }

    public Verify Verify { get; set; } = Verify.WithGet;

    public ResourceUpdate? Update { get; set; } = new("PATCH", "/things/{id}", ["name", "size", "tags", "labels", "password"]);

    public IReadOnlyList<string> Sets { get; set; } = ["tags"];

    public IReadOnlyList<string> Owned { get; set; } = [];

    public IReadOnlyList<string> Secrets { get; set; } = ["password"];

    public Guarantee Guarantee { get; set; } = Guarantee.AtMostOnce;

    public MarkerField? Marker { get; set; }

    public TimeProvider? Time { get; set; }

    public KeptLog? Log { get; set; }

    /// <summary>Used in place of the protocol.</summary>
    public Func<Semel.Protocol.CreatePolicy, Semel.Protocol.CreateState, Semel.Protocol.CreateEvent, DateTimeOffset, Semel.Protocol.Decision>? Next { get; set; }

    public SemelOptions Options { get; } = new() { ClockSkew = TimeSpan.Zero, ListLag = TimeSpan.Zero };

    /// <summary>Used in place of <see cref="Repository"/>.</summary>
    public IDataRepository? Other { get; set; }

    public static async Task<DriftScenario> StartAsync() => new(await DriftApi.StartAsync());

    public Task<Ensured<Thing>> RunAsync(string input) => Client().CreateAsync("one", new Thing((JsonObject)JsonNode.Parse(input)!), [], TestContext.Current.CancellationToken);

    public ResourceClient<Thing> Client() => new(_api.Http, new SemelContext(Other ?? Repository, "test", Options, Log, Time) { Next = Next ?? Semel.Protocol.CreateProtocol.Next }, Described());

    /// <summary>What a run sent that changes something.</summary>
    public async Task<IReadOnlyList<(string Method, string Path, JsonObject Body, string? IfMatch)>> SentByAsync(string input)
    {
        _api.Mutations.Clear();
        await RunAsync(input);
        return [.. _api.Mutations];
    }

    public async Task<LiveRecord> RecordAsync() => Assert.IsType<LiveRecord>(await Repository.FindAsync(new ResourceKey("test", "Things", "one")));

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private ResourceDescriptor Described() => new()
    {
        Model = "Things",
        Guarantee = Guarantee,
        Marker = Marker,
        CreatePath = "/things",
        Id = "id",
        IdParameter = "id",
        ReadPath = "/things/{id}",
        DeletePath = "/things/{id}",
        List = new ResourceList("/things", "things"),
        NameInRequest = "name",
        NameInResource = "name",
        Update = Update,
        Sets = Sets,
        Maps = ["labels"],
        OwnedSets = Owned,
        Secrets = Secrets,
        OnDrift = OnDrift,
        OnExists = OnExists,
        ReplaceOrder = ReplaceOrder,
        SecretWrites = SecretWrites,
        Verify = Verify,
    };
}
