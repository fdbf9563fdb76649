using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Semel;

/// <summary>A record version as it is stored, format 3. The order of the properties is the order in the file.</summary>
internal sealed record RecordDocument
{
    public required int Format { get; init; }

    public required RecordState State { get; init; }

    public required long Version { get; init; }

    public required KeyDocument Key { get; init; }

    public required int Generation { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public bool? Adopted { get; init; }

    public string? SeenBy { get; init; }

    public string? SentBy { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? Marker { get; init; }

    public bool? MarkerDropped { get; init; }

    public string? Fingerprint { get; init; }

    public SecretsDocument? Secrets { get; init; }

    public bool? LookedBefore { get; init; }

    public bool? Replaces { get; init; }

    public Readiness? Readiness { get; init; }

    public IReadOnlyList<string>? PendingFollowUps { get; init; }

    public IReadOnlyList<string>? DoneFollowUps { get; init; }

    public IReadOnlyList<string>? Retiring { get; init; }

    public IReadOnlyList<string>? Duplicates { get; init; }

    public DateTimeOffset? InFlightUntil { get; init; }

    public IReadOnlyList<string>? MovedFrom { get; init; }

    public string? To { get; init; }

    public string? Operation { get; init; }

    public RunnerDocument? Runner { get; init; }

    public IReadOnlyList<AttemptDocument>? Attempts { get; init; }

    public RunDocument? Run { get; init; }

    public required IReadOnlyList<string> Superseded { get; init; }

    public JsonObject? Input { get; init; }

    public JsonObject? Attributes { get; init; }

    public JsonObject? ShownAs { get; init; }

    public IReadOnlyList<string>? Withheld { get; init; }

    public UpdateDocument? Update { get; init; }

    public required ProvenanceDocument Provenance { get; init; }

    [JsonPropertyName(RecordChecksum.Property)]
    public required string Checksum { get; init; }
}

internal sealed record KeyDocument(string Scope, string Model, string Instance);

internal sealed record SecretsDocument(string KeyId, IReadOnlyDictionary<string, string> Values);

internal sealed record UpdateDocument(IReadOnlyList<string> Properties, string Fingerprint, DateTimeOffset InFlightUntil);

internal sealed record AttemptDocument(int Number, DateTimeOffset SentAt, AttemptState State, string? Evidence = null, int? Status = null, DateTimeOffset? EndedAt = null, string? Domain = null);

internal sealed record RunnerDocument(string Host, int Process, string Run, string Domain, DateTimeOffset Since);

internal sealed record RunDocument(DateTimeOffset BegunAt, IReadOnlyList<RunStepDocument> Steps, DateTimeOffset? EndedAt = null);

internal sealed record RunStepDocument(string Name, string State, string Reason, TimeSpan Elapsed, IReadOnlyList<RunResourceDocument> Resources, DateTimeOffset? BegunAt = null);

internal sealed record RunResourceDocument(string Model, string Instance, string Id, string Outcome, string Reason);

internal sealed record ProvenanceDocument(DateTimeOffset At, string Run, string Writer, string Reason);

/// <summary>The lifecycle as it is stored: it stands for the record's type.</summary>
internal enum RecordState
{
    Intent,
    Live,
    Deleting,
    Gone,
    Moved,
    Run,
}
