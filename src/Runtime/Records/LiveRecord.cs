using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The resource exists and its id is known.</summary>
public sealed record LiveRecord : ResourceRecord
{
    /// <summary>The id that the API gave the resource, as text.</summary>
    public required string Id { get; init; }

    /// <summary>The resource as last seen, without its secrets.</summary>
    public required JsonObject Attributes { get; init; }

    /// <summary>The desired input without its secrets; null for an adopted resource that no input described.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>Fingerprint of the input, as in the intent.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Fingerprints of the input's secrets; null where it holds none.</summary>
    public SecretFingerprints? Secrets { get; init; }

    /// <summary>
    /// What the API showed in place of what was asked for, by property path, right after it was written: no drift while it stays so. Null: it was
    /// not looked at yet.
    /// </summary>
    public JsonObject? ShownAs { get; init; }

    /// <summary>Property paths that the attributes lack because they repeated a secret of the request: they are left out from then on.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>An update that was begun and is not known to be done; null: none.</summary>
    public PendingUpdate? Update { get; init; }

    /// <summary>The marker the resource carries; of another key where the resource was renamed.</summary>
    public string? Marker { get; init; }

    /// <summary>True when the resource was adopted, not created by us.</summary>
    public bool Adopted { get; init; }

    /// <summary>When the resource was created or adopted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Label of the credentials that last saw the resource (<see cref="SemelOptions.Credential"/>).</summary>
    public string? SeenBy { get; init; }

    /// <summary>Whether it came to its ready state. Default: <see cref="Readiness.Ready"/>, also where nothing says what ready is.</summary>
    public Readiness Readiness { get; init; } = Readiness.Ready;

    /// <summary>Names of the follow-ups that still have to run.</summary>
    public IReadOnlyList<string> PendingFollowUps { get; init; } = [];

    /// <summary>Names of the follow-ups that have run.</summary>
    public IReadOnlyList<string> DoneFollowUps { get; init; } = [];

    /// <summary>Ids of further resources that the server made for this very generation, though it promised not to.</summary>
    public IReadOnlyList<string> Duplicates { get; init; } = [];

    /// <summary>Until then a POST of this create that got no reply may still arrive: no DELETE is sent before. Null: none can.</summary>
    public DateTimeOffset? InFlightUntil { get; init; }

    /// <summary>Instances that the resource was renamed from, oldest first.</summary>
    public IReadOnlyList<string> MovedFrom { get; init; } = [];
}
