namespace Semel;

/// <summary>The resource is recorded under another instance now: it was renamed.</summary>
public sealed record MovedRecord : ResourceRecord
{
    /// <summary>The instance that the resource is recorded under.</summary>
    public required string To { get; init; }

    /// <summary>The id of the resource.</summary>
    public required string Id { get; init; }
}
