using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The resource is gone; its last attributes are kept.</summary>
public sealed record TombstoneRecord : ResourceRecord
{
    /// <summary>The id of the resource that is gone.</summary>
    public required string Id { get; init; }

    /// <summary>Until then a DELETE that got no reply may still arrive; null: none can.</summary>
    public DateTimeOffset? InFlightUntil { get; init; }

    /// <summary>The resource as last seen, without its secrets.</summary>
    public JsonObject? Attributes { get; init; }
}
