using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What the data repository holds for a resource key. The lifecycle is the record's type, never a property of the resource.</summary>
public abstract record ResourceRecord
{
    /// <summary>The resource key.</summary>
    public required ResourceKey Key { get; init; }

    /// <summary>Version of the record in the repository: 1 for the first write, then one more with each write. Set by the repository.</summary>
    public long Version { get; init; }

    /// <summary>The generation, from 1; opened anew by a delete, a confirmed absence, a replace or a force.</summary>
    public required int Generation { get; init; }

    /// <summary>Ids of earlier generations' resources, oldest first.</summary>
    public IReadOnlyList<string> Superseded { get; init; } = [];

    /// <summary>Who wrote this version, when and why.</summary>
    public required Provenance Provenance { get; init; }
}

/// <summary>Written before a POST: a create was begun, its result is not recorded yet.</summary>
public sealed record IntentRecord : ResourceRecord
{
    /// <summary>Text for a server that de-duplicates; made once, stored, never recomputed.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The marker that goes into the resource, where its model has a field for one.</summary>
    public string? Marker { get; init; }

    /// <summary>SHA-256 of the canonical body without its secrets, in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The desired input without its secrets.</summary>
    public required JsonObject Input { get; init; }

    /// <summary>True when a complete look right before this intent found no resource of this name or marker.</summary>
    public bool LookedBefore { get; init; }

    /// <summary>True when this intent replaces a resource that is confirmed to be gone.</summary>
    public bool Replaces { get; init; }

    /// <summary>The POSTs of this intent, in order.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }
}

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

    /// <summary>The marker the resource carries.</summary>
    public string? Marker { get; init; }

    /// <summary>True when the resource was adopted, not created by us.</summary>
    public bool Adopted { get; init; }

    /// <summary>When the resource was created or adopted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True when the create's reply did not carry the marker that was sent: the API dropped it.</summary>
    public bool MarkerDropped { get; init; }

    /// <summary>Label of the credentials that last saw the resource (<see cref="SemelOptions.Credential"/>).</summary>
    public string? SeenBy { get; init; }
}

/// <summary>A delete was begun; it may or may not have reached the server.</summary>
public sealed record DeletingRecord : ResourceRecord
{
    /// <summary>The id of the resource that is being deleted.</summary>
    public required string Id { get; init; }

    /// <summary>The resource as last seen, without its secrets.</summary>
    public required JsonObject Attributes { get; init; }
}

/// <summary>The resource is gone; its last attributes are kept.</summary>
public sealed record TombstoneRecord : ResourceRecord
{
    /// <summary>The id of the resource that is gone; null when a create was proved not to have been applied.</summary>
    public string? Id { get; init; }

    /// <summary>The resource as last seen, without its secrets.</summary>
    public JsonObject? Attributes { get; init; }
}
