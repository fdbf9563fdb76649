namespace Semel.Testing.Definitions;

/// <summary>Everything that makes one kind of resource different from another.</summary>
/// <param name="Plural">The path segment and the envelope of lists.</param>
/// <param name="Singular">The envelope of one resource.</param>
/// <param name="Id">What its ids look like.</param>
/// <param name="Properties">What a client may set.</param>
internal sealed record ResourceDefinition(string Plural, string Singular, IdKind Id, IReadOnlyList<PropertyDefinition> Properties)
{
    public bool UniqueName { get; init; }

    public int CreatedStatus { get; init; } = 201;

    /// <summary>New at first, active after the startup time.</summary>
    public bool Starts { get; init; }

    public bool Updatable { get; init; }

    public IReadOnlyList<ListFilter> Filters { get; init; } = [];

    public string CollectionPath => $"/v1/{Plural}";

    public string ItemPath => $"/v1/{Plural}/{{{Singular}_{IdProperty}}}";

    public string IdProperty => Id == IdKind.Name ? "name" : "id";
}
