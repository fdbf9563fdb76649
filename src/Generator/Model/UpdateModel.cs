namespace Semel.Generator.Model;

/// <summary>The update that brings a resource to what is wanted.</summary>
/// <param name="Method">Upper case: <c>PATCH</c>.</param>
/// <param name="Path">The template, with the id's parameter.</param>
/// <param name="Properties">Of a PUT all properties of its body, of a PATCH those that the create's body has too; as in the document.</param>
internal sealed record UpdateModel(string Method, string Path, EquatableArray<string> Properties)
{
    /// <summary>How its body is written: as JSON or as a form.</summary>
    public ContentKind Content { get; init; } = ContentKind.Json;

    /// <summary>Of a JSON body; null: just JSON.</summary>
    public string? MediaType { get; init; }

    /// <summary>Those of <see cref="Properties"/> that may be null.</summary>
    public EquatableArray<string> Nullable { get; init; } = [];

    /// <summary>Of a PUT, what is sent back as it is shown where nothing is wanted of it.</summary>
    public EquatableArray<string> Kept { get; init; } = [];

    public bool NeedsIfMatch { get; init; }
}
