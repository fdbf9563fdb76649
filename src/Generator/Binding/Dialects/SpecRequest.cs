using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Dialects;

/// <summary>What an operation takes beside its parameters.</summary>
/// <param name="Body">The body that is an object of properties: JSON, or a form without files; null where it has none.</param>
/// <param name="Problem">Why the body is no such object, or null.</param>
internal sealed record SpecRequest(SpecBody? Body, bool Required, string? Problem)
{
    /// <summary>What is sent; null where there is no body.</summary>
    public SpecMedia? Media { get; init; }

    public static SpecRequest None { get; } = new(null, Required: false, null);

    public static SpecRequest Json(Located? schema, bool required, SpecMedia? media = null) => new(schema is null ? null : new(schema), required, null) { Media = media };

    /// <summary>A form whose fields are the properties of an object.</summary>
    public static SpecRequest Form(SpecMedia media, bool required) => new(media.Body, required, null) { Media = media };

    public static SpecRequest NoJson(bool required, IEnumerable<string> mediaTypes, SpecMedia? media) =>
        new(null, required, "its body is " + string.Join(", ", mediaTypes) + ", and only JSON and forms are written") { Media = media };
}
