using System.Text;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Records to store.</summary>
internal static class Sample
{
    public static readonly ResourceKey Key = new("prod", "Droplets", "web-1");

    private static readonly DateTimeOffset Time = new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(2)).AddTicks(1234567);

    private static readonly Provenance Provenance = new(Time, "4f2a91bc", "host/4711", "no record: the resource is created");

    // its properties have the names of the record's own, and numbers that no binary type holds
    private const string Awkward = """
        { "status": "not_found", "state": "gone", "$type": "x", "format": 99, "version": -1, "sha256": "no", "key": null, "id": 3164494,
          "price": 1.10, "big": 123456789012345678901234567890, "small": 1e-400, "minus": -0.0, "empty": {}, "none": [], "nested": { "sha256": [null, true, "é🚀\u0000\"\\/<>&'"] } }
        """;

    public static JsonObject Attributes(string json = Awkward) => JsonNode.Parse(json)!.AsObject();

    public static readonly Runner Runner = new("host", 4711, "4f2a91bc", "host/boot", Time);

    public static readonly SecretFingerprints Secrets = new("0123456789abcdef", new Dictionary<string, string> { ["password"] = "aa", ["user.token"] = "bb" });

    public static LiveRecord Live(ResourceKey? key = null, string id = "3164494") => new()
    {
        Key = key ?? Key,
        Generation = 2,
        Superseded = ["1", "2"],
        Provenance = Provenance,
        Id = id,
        CreatedAt = Time,
        Attributes = Attributes(),
        Input = Attributes("""{ "name": "web-1" }"""),
        Fingerprint = "ab12",
        Secrets = Secrets,
        ShownAs = Attributes("""{ "size": "S" }"""),
        Withheld = ["uri"],
        Update = new PendingUpdate(["size", "labels.env"], "cd34", Time),
        Marker = Marker.For(Key, 2).ToString(),
        Adopted = true,
        MarkerDropped = true,
        SeenBy = "team-a",
        Readiness = Readiness.Pending,
        PendingFollowUps = ["attach"],
        DoneFollowUps = ["tag", "tell"],
        Retiring = ["2"],
        Duplicates = ["4"],
        InFlightUntil = Time,
        MovedFrom = ["web-0"],
    };

    public static IntentRecord Intent() => new()
    {
        Key = Key,
        Generation = 1,
        Provenance = Provenance,
        IdempotencyKey = IdempotencyKey.Create(Key.Scope, Key.Model, Key.Instance, 1),
        Marker = Marker.For(Key, 1).ToString(),
        Fingerprint = "ab12",
        Secrets = Secrets,
        Input = Attributes(),
        LookedBefore = true,
        Replaces = true,
        Retiring = ["1"],
        Operation = "https://api.example/v1/operations/7",
        Runner = Runner,
        Attempts = [.. Enum.GetValues<AttemptState>().Select((state, index) => new Attempt(index + 1, Time, state, state == AttemptState.Pending ? null : "status 503", state == AttemptState.Pending ? null : 503))],
    };

    public static DeletingRecord Deleting() => new() { Key = Key, Generation = 1, Provenance = Provenance, Id = "3164494", Attributes = Attributes(), Marker = Marker.For(Key, 1).ToString(), SeenBy = "team-a", MarkerDropped = true };

    public static TombstoneRecord Gone() => new() { Key = Key, Generation = 1, Provenance = Provenance, Id = "3164494", Attributes = Attributes(), InFlightUntil = Time };

    public static MovedRecord Moved() => new() { Key = Key, Generation = 1, Provenance = Provenance, Id = "3164494", To = "web-2" };

    public static RunRecord Run() => new()
    {
        Key = Key,
        Generation = 7,
        Provenance = Provenance,
        BegunAt = Time,
        EndedAt = Time.AddSeconds(3),
        Steps = [new("server/web-1", "Succeeded", "a look found nothing", Time, TimeSpan.FromMilliseconds(1234.5), [new("Droplets", "web-1", "3164494", "Created", "there was none")]), new("other", "NotBegun", "the run was stopped before it", null, TimeSpan.Zero, [])],
    };

    public static IReadOnlyList<ResourceRecord> OfEachType => [Live(), Live() with { Input = null, Fingerprint = null, Marker = null, SeenBy = null }, Intent(), Deleting(), Gone(), Moved(), Run(), Run() with { EndedAt = null, Steps = [] }];

    /// <summary>All that a record says, as text: records themselves compare their lists and objects by reference.</summary>
    public static string Text(ResourceRecord? record) => record is null ? "(none)" : Encoding.UTF8.GetString(RecordJson.Write(record));
}
