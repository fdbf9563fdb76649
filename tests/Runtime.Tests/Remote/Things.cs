using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Runtime.Tests.Remote;

/// <summary>Things behind an API, as a descriptor may describe them.</summary>
internal static class Things
{
    public static Deadline NoDeadline { get; } = new(new RunClock(TimeProvider.System), DateTimeOffset.MaxValue);

    public static readonly ResourceKey Key = new("test", "Things", "web-1");
    public static readonly DateTimeOffset Sent = new(2030, 1, 1, 12, 0, 0, TimeSpan.FromHours(2));
    public static readonly PageNumberPaging Pages = new("page", "per_page", 200, "next", "total");

    public static ResourceDescriptor Described(
        Guarantee guarantee = Guarantee.AtMostOnce, IdempotencyKeyField? key = null, MarkerField? marker = null, LongRunningOperation? operation = null,
        string create = "/things", string? read = "/things/{id}", string? delete = "/things/{id}", string? list = "/things", string? nameFilter = null, string? envelope = null,
        string id = "id", string idParameter = "id", string? idInReply = null, bool replyIsResource = true, bool replyIsList = false, string? nameInRequest = "name", string? nameInResource = "name",
        ReadyCondition? ready = null, PropertyCondition? gone = null, bool ifNoneMatch = false, int[]? rejectsUnread = null, int[]? saysExists = null, bool lookFirst = true,
        IReadOnlyDictionary<string, string>? servers = null, string[]? carried = null, HttpMethod? method = null, bool readShowsId = true) => new()
        {
            Model = "Things",
            Guarantee = guarantee,
            CreatePath = create,
            CreateMethod = method ?? HttpMethod.Post,
            ReadShowsId = readShowsId,
            CreateEnvelope = envelope,
            ReadPath = read,
            DeletePath = delete,
            List = list is null ? null : new ResourceList(list, "things", Pages, nameFilter),
            Id = id,
            IdInReply = idInReply,
            IdParameter = idParameter,
            ReplyIsResource = replyIsResource,
            ReplyIsList = replyIsList,
            NameInRequest = nameInRequest,
            NameInResource = nameInResource,
            IdempotencyKey = key,
            Marker = marker,
            Operation = operation,
            Ready = ready,
            Gone = gone,
            IfNoneMatch = ifNoneMatch,
            RejectsUnread = rejectsUnread ?? [],
            SaysExists = saysExists ?? [],
            LookFirst = lookFirst,
            Servers = servers ?? new Dictionary<string, string>(),
            CarriedParameters = carried ?? [],
            Secrets = ["password"],
        };

    public static HttpRemote Remote(
        HttpClient http, ResourceDescriptor descriptor, string input = """{"name":"web-1"}""", SemelContext? semel = null, ResourceKey? key = null,
        IReadOnlyList<PathArgument>? arguments = null, CreateSettings? settings = null, ApiRequest? call = null) =>
        new(http, semel ?? Context(), descriptor, key ?? Key, (JsonObject)JsonNode.Parse(input)!, secrets: null, arguments ?? [], settings ?? CreateSettings.None, call);

    public static SemelContext Context(IDataRepository? repository = null, TimeProvider? time = null, SemelOptions? options = null) => new(repository ?? new MemoryDataRepository(), "test", options, timeProvider: time);

    /// <summary>An intent whose last attempt is about to be sent.</summary>
    public static IntentRecord Intent(string key = "5f9b1c06-0000-8000-8000-000000000001", int generation = 1, params Attempt[] earlier) => new()
    {
        Key = Key,
        Version = 1,
        Generation = generation,
        IdempotencyKey = key,
        Marker = Marker.For(Key, generation).ToString(),
        Fingerprint = "f",
        Input = [],
        Runner = new Runner("here", 1, "me", "here/boot", Sent),
        Attempts = [.. earlier, new Attempt(earlier.Length + 1, earlier.Length == 0 ? Sent : Sent.AddHours(1), AttemptState.Pending)],
        Provenance = new Provenance(Sent, "r", "w", "because"),
    };

    public static Task<Semel.Protocol.CreateEvent> SendAsync(HttpRemote remote, IntentRecord? intent = null) =>
        remote.PostAsync(intent ?? Intent(), NoDeadline, TestContext.Current.CancellationToken);
}

/// <summary>A thing as read.</summary>
internal sealed class Thing(JsonObject json) : View(json), IView<Thing>
{
    public static Thing Wrap(JsonObject json) => new(json);
}
