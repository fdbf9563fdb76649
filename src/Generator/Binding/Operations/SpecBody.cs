namespace Semel.Generator.Binding.Operations;

/// <summary>A JSON body.</summary>
/// <param name="Place">Its schema; of a form, where its fields stand.</param>
internal sealed record SpecBody(Located Place)
{
    /// <summary>Of a form that may be sent as a JSON object; else empty.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];
}

/// <summary>A field of a form.</summary>
internal sealed record FormField(string Name, bool Required, Located Schema);
