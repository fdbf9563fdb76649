using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>The body of a request or a reply.</summary>
/// <param name="Json">Where its JSON is described; null where it has none.</param>
/// <param name="Schema">The JSON's schema, where one is given.</param>
/// <param name="Others">The media types that are no JSON.</param>
internal sealed record SpecContent(Located? Json, Located? Schema, IReadOnlyList<string> Others)
{
    /// <summary>The one of its media types that is sent or read; null where there is none.</summary>
    public SpecMedia? Media { get; init; }
}

/// <summary>One media type of a body.</summary>
/// <param name="Type">As in the document.</param>
/// <param name="Body">Its schema, or the fields of its form; null where none is given.</param>
internal sealed record SpecMedia(string Type, ContentKind Kind, SpecBody? Body)
{
    /// <summary>Of a form, how its fields are written where that is said.</summary>
    public IReadOnlyList<SpecEncoding> Encodings { get; init; } = [];
}

/// <param name="Writing">Null where no style is said.</param>
/// <param name="ContentType">Null where it isn't said.</param>
internal sealed record SpecEncoding(string Name, ParameterWriting? Writing, string? ContentType);
