using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Dialects;

/// <summary>What an operation takes beside its parameters.</summary>
/// <param name="Body">The JSON body; null where it has none.</param>
/// <param name="Problem">Why the body is no JSON, or null.</param>
internal sealed record SpecRequest(SpecBody? Body, bool Required, string? Problem)
{
    /// <summary>What is sent; null where there is no body.</summary>
    public SpecMedia? Media { get; init; }

    public static SpecRequest None { get; } = new(null, Required: false, null);

    public static SpecRequest Json(Located? schema, bool required, SpecMedia? media = null) => new(schema is null ? null : new(schema), required, null) { Media = media };

    public static SpecRequest NoJson(bool required, IEnumerable<string> mediaTypes, SpecMedia? media) =>
        new(null, required, "its body is " + string.Join(", ", mediaTypes) + ", and only JSON is written") { Media = media };
}
