namespace Semel.Generator.Model;

internal enum MarkerKind
{
    /// <summary>The marker is two more items of a list of texts.</summary>
    Tags,
    /// <summary>The marker is appended to a text.</summary>
    Text,
    /// <summary>The marker is two more entries of a map of texts.</summary>
    Map,
    /// <summary>The marker is the end of the name.</summary>
    NameSuffix,
}

/// <param name="Property">Property path, the same in request and resource: <c>tags</c>.</param>
/// <param name="Filter">Query parameter of the list that filters by the marker: <c>tag_name</c>, or null.</param>
/// <param name="MaximumLength">Of the text, or null.</param>
internal sealed record MarkerModel(MarkerKind Kind, string Property, string? Filter, int? MaximumLength)
{
    /// <summary>What the filter of a map is given: <c>{key}={value}</c>; null where it is the identity alone.</summary>
    public string? FilterFormat { get; init; }

    /// <summary>The path whose DELETE removes a tag that came into being with the resource: <c>/v2/tags/{tag_id}</c>, or null.</summary>
    public string? HelperPath { get; init; }
}
