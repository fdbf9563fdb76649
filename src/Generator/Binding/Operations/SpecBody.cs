namespace Semel.Generator.Binding.Operations;

/// <summary>A body that is an object of properties: JSON, or a form.</summary>
/// <param name="Place">Its schema; of a form, where its fields stand.</param>
internal sealed record SpecBody(Located Place)
{
    /// <summary>Of a form of OpenAPI 2.0; else empty.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];
}

/// <summary>A field of a form.</summary>
internal sealed record FormField(string Name, bool Required, Located Schema);
