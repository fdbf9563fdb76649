using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol;

/// <summary>Records, sightings and policies to begin a case from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    public static readonly ResourceKey Key = new("test", "Servers", "web-1");

    public static readonly Runner Me = new("here", 1, "me", "here/boot", Now);
    public static readonly Runner Elsewhere = new("there", 2, "them", "there/boot", Now);

    public static CreatePolicy Policy(Guarantee guarantee = Guarantee.Marker, OnExists onExists = OnExists.Fail, bool verify = false, bool lookFirst = true,
        bool canLook = true, bool? hasMarker = null, bool canList = true, string? credential = null) =>
        new(Key, guarantee, verify, onExists, lookFirst, canLook, hasMarker ?? guarantee == Guarantee.Marker, canList,
            new DesiredInput(new JsonObject { ["name"] = "web-1" }, "f1"), ["user_data"],
            TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), credential)
        {
            Runner = Me,
            CanRead = true,
            CanDelete = true,
        };

    public static IntentRecord Intent(params AttemptState[] attempts) => new()
    {
        Key = Key,
        Version = 1,
        Generation = 1,
        IdempotencyKey = "k",
        Marker = Marker.For(Key, 1).ToString(),
        Fingerprint = "f1",
        Input = new JsonObject { ["name"] = "web-1" },
        Runner = Me,
        Attempts = [.. attempts.Select((state, index) => new Attempt(index + 1, Now, state, state == AttemptState.Pending ? null : "evidence"))],
        Provenance = new Provenance(Now, "r", "w", "because"),
    };

    /// <summary>An intent of these attempts, the last of them sent last.</summary>
    public static IntentRecord Intent(params Attempt[] attempts) => Intent(Array.Empty<AttemptState>()) with { Attempts = [.. attempts.Select((attempt, index) => attempt with { Number = index + 1 })] };

    /// <summary>An attempt that was sent some time ago.</summary>
    public static Attempt Sent(AttemptState state, int? status = null, TimeSpan ago = default) =>
        new(1, Now - ago, state, status is null ? state == AttemptState.Pending ? null : "reset" : $"status {status}", status);

    public static DeletingRecord Deleting(string? seenBy = null) => new()
    {
        Key = Key,
        Version = 3,
        Generation = 1,
        Id = "1",
        Attributes = new JsonObject { ["id"] = "1" },
        Marker = Marker.For(Key, 1).ToString(),
        SeenBy = seenBy,
        Provenance = new Provenance(Now - TimeSpan.FromHours(1), "r", "w", "because"),
    };

    public static TombstoneRecord Tombstone(DateTimeOffset? inFlightUntil = null) => new()
    {
        Key = Key,
        Version = 4,
        Generation = 1,
        Superseded = ["1"],
        Id = "1",
        InFlightUntil = inFlightUntil,
        Provenance = new Provenance(Now, "r", "w", "because"),
    };

    public static MovedRecord Moved() => new()
    {
        Key = Key,
        Version = 3,
        Generation = 1,
        Superseded = ["0"],
        Id = "1",
        To = "web-2",
        Provenance = new Provenance(Now, "r", "w", "because"),
    };

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    public static LiveRecord Live(string id = "1", string? seenBy = null) => new()
    {
        Key = Key,
        Version = 2,
        Generation = 1,
        Id = id,
        Attributes = new JsonObject { ["id"] = id, ["name"] = "web-1" },
        Input = new JsonObject { ["name"] = "web-1" },
        Fingerprint = "f1",
        ShownAs = [],
        CreatedAt = Now - TimeSpan.FromDays(1),
        SeenBy = seenBy,
        Provenance = new Provenance(Now, "r", "w", "because"),
    };

    public static Sighting Seen(string id, Ownership ownership = Ownership.Unproven, int generation = 0, bool hasName = true) =>
        new(id, new JsonObject { ["id"] = id, ["name"] = "web-1" }, ownership, generation, hasName);

    public static CreateEvent.Looked Looked(params Sighting[] sightings) => new(sightings);

    public static Decision Next(this CreatePolicy policy, CreateState state, CreateEvent happened, TimeSpan later = default) =>
        CreateProtocol.Next(policy, state, happened, Now + later);
}
