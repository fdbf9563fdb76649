using System.Text.Json.Nodes;
using Semel.Testing.Rules;

namespace Semel.Testing.Definitions;

/// <summary>A property that a client may set.</summary>
internal sealed record PropertyDefinition(string Name, ValueRule Rule)
{
    public bool Required { get; init; }

    public bool Nullable { get; init; }

    /// <summary>Set by the create only.</summary>
    public bool Fixed { get; init; }

    /// <summary>Never stored, never shown.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>What it is where the client leaves it out; null is JSON null.</summary>
    public Func<JsonNode?> Default { get; init; } = static () => null;

    /// <summary>True where a referenced resource cannot be deleted; otherwise its id is taken out of this property.</summary>
    public bool BlocksDelete { get; init; }

    /// <summary>The kind that the property refers to, or null.</summary>
    public string? ReferencedKind => (Rule as ReferenceRule ?? (Rule as ListRule)?.Item as ReferenceRule)?.Kind;
}
