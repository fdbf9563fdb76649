using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Written before a POST: a create was begun, its result is not recorded yet.</summary>
public sealed record IntentRecord : ResourceRecord
{
    /// <summary>Text for a server that de-duplicates, as it is sent; made once, stored, never recomputed.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The marker that goes into the resource, where its model has a field for one.</summary>
    public string? Marker { get; init; }

    /// <summary>SHA-256 of the canonical input without its secrets, and of their fingerprints, in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The desired input without its secrets.</summary>
    public required JsonObject Input { get; init; }

    /// <summary>Fingerprints of the secrets; null where the input holds none.</summary>
    public SecretFingerprints? Secrets { get; init; }

    /// <summary>True when a complete look right before this intent found no resource of this name or marker.</summary>
    public bool LookedBefore { get; init; }

    /// <summary>True when this intent replaces a resource of an earlier generation.</summary>
    public bool Replaces { get; init; }

    /// <summary>Address of the operation that a 202 named; null where there is none.</summary>
    public string? Operation { get; init; }

    /// <summary>Who wrote the last attempt and may still be sending it.</summary>
    public required Runner Runner { get; init; }

    /// <summary>Label of the credentials that it is sent with: under others a look or a repeat proves nothing.</summary>
    public string? SentBy { get; init; }

    /// <summary>The POSTs of this intent, in order.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }
}
