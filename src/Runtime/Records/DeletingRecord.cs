using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A delete was begun; it may or may not have reached the server.</summary>
public sealed record DeletingRecord : ResourceRecord
{
    /// <summary>The id of the resource that is being deleted.</summary>
    public required string Id { get; init; }

    /// <summary>When the resource was recorded: a 404 right after that proves nothing. Null where that is not known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The resource as last seen, without its secrets.</summary>
    public required JsonObject Attributes { get; init; }

    /// <summary>The marker the resource carries, whose helper resources go with it.</summary>
    public string? Marker { get; init; }

    /// <summary>Label of the credentials that last saw the resource.</summary>
    public string? SeenBy { get; init; }
}
