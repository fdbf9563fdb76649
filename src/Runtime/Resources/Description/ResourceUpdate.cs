namespace Semel;

/// <summary>How one resource is updated.</summary>
/// <param name="Method">PATCH, PUT or POST.</param>
/// <param name="Path">Template of the path, with the id's parameter.</param>
/// <param name="Properties">The properties of its body: of a PUT all, since it replaces the others; of a PATCH those that the create's body has too.</param>
public sealed record ResourceUpdate(string Method, string Path, IReadOnlyList<string> Properties)
{
    /// <summary>How its body is written. Default: JSON.</summary>
    public UpdateContent Content { get; init; }

    /// <summary>The media type of its body: <c>application/merge-patch+json</c> (RFC 7396) says null for what is to be unset. Default: <c>application/json</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>Properties that may be null. Default: none.</summary>
    public IReadOnlyList<string> Nullable { get; init; } = [];

    /// <summary>Those of <see cref="Properties"/> that a PUT sends back as the API shows them, where nothing is wanted of them. Null: all.</summary>
    public IReadOnlyList<string>? Kept { get; init; }

    /// <summary>True: the API takes <c>If-Match</c>, so that an update of what somebody changed meanwhile is refused with 412. Default: false, it is sent where a read showed an <c>ETag</c>.</summary>
    public bool NeedsIfMatch { get; init; }

    /// <summary>What it leaves out is unset.</summary>
    internal bool Replaces => Method == "PUT";

    internal bool Merges => MediaType is { } type && type.StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase);
}
