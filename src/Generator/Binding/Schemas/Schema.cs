namespace Semel.Generator.Binding.Schemas;

/// <summary>A schema with its references followed and its compositions merged.</summary>
internal sealed record Schema(string Pointer)
{
    public SchemaKind Kind { get; init; }
    public string? Format { get; init; }

    /// <summary>The values of an enumeration of texts; empty where there is none.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<SchemaProperty> Properties { get; init; } = [];

    /// <summary>Names that are always there, whether or not this part declares the property.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyList<Located> Items { get; init; } = [];
    public IReadOnlyList<Located> MapValues { get; init; } = [];
    public bool Nullable { get; init; }
    public bool ReadOnly { get; init; }
    public bool WriteOnly { get; init; }

    /// <summary>What <c>x-semel-secret</c> says; null where it isn't there.</summary>
    public bool? Secret { get; init; }

    public bool UniqueItems { get; init; }
    public bool Deprecated { get; init; }
    public int? MaximumLength { get; init; }

    /// <summary>What the type is, said where it stands.</summary>
    public string? Documentation { get; init; }

    /// <summary>What this use of the type is.</summary>
    public string? Description { get; init; }

    /// <summary>Every description on the way, for rules that read prose.</summary>
    public string Prose { get; init; } = "";

    public bool IsScalar => Kind is SchemaKind.String or SchemaKind.Integer or SchemaKind.Number or SchemaKind.Boolean or SchemaKind.Scalars;

    /// <summary>A text that may be anything: no enumeration.</summary>
    public bool IsFreeText => Kind == SchemaKind.String && Values.Count == 0 && Format is not ("date-time" or "date");

    /// <summary>Whether it says anything about the shape of a value.</summary>
    public bool IsStructural => Kind != SchemaKind.Any || Required.Count > 0;

    public SchemaProperty? Property(string name) => Properties.FirstOrDefault(property => property.Name == name);

    public bool IsRequired(string name) => Required.Contains(name);
}

/// <summary>A property, with every schema that is given for it: several where alternatives give different ones.</summary>
internal sealed record SchemaProperty(string Name, IReadOnlyList<Located> Variants);
