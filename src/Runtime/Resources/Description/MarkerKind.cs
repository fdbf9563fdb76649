namespace Semel;

/// <summary>The kinds of field that can carry a marker.</summary>
public enum MarkerKind
{
    /// <summary>The marker is two more items of a list of texts.</summary>
    Tags,

    /// <summary>The marker is appended to a text.</summary>
    Text,

    /// <summary>The marker is two more entries of a map of texts, such as labels or metadata.</summary>
    Map,

    /// <summary>The marker is a suffix of the name: <c>web-semel-…-1</c>.</summary>
    NameSuffix,
}
