using Semel.Testing.Rules;

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

    /// <summary>Made by a PUT at its own path instead of a POST to the collection.</summary>
    public bool PutCreates { get; init; }

    /// <summary>What a name in the path must be, where the client chooses it there.</summary>
    public ValueRule? IdRule { get; init; }

    /// <summary>A create answers with an operation instead of the resource.</summary>
    public bool AnswersOperation { get; init; }

    /// <summary>Has <see cref="StartingStatus"/> at first, <see cref="ReadyStatus"/> after the startup time.</summary>
    public bool Starts { get; init; }

    public string StartingStatus { get; init; } = "new";

    public string ReadyStatus { get; init; } = "active";

    public bool Updatable { get; init; }

    public IReadOnlyList<ListFilter> Filters { get; init; } = [];

    public bool HasName => Id == IdKind.Name || Properties.Any(property => property.Name == "name");

    public string CollectionPath => $"/v1/{Plural}";

    public string ItemPath => $"/v1/{Plural}/{{{Singular}_{IdProperty}}}";

    public string IdProperty => Id == IdKind.Name ? "name" : "id";
}
