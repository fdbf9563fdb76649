using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Dialects;

/// <summary>What an operation takes beside its parameters.</summary>
/// <param name="Body">The JSON body; null where it has none.</param>
/// <param name="Problem">Why the body cannot be sent, or null.</param>
internal sealed record SpecRequest(SpecBody? Body, bool Required, string? Problem)
{
    public static SpecRequest None { get; } = new(null, Required: false, null);

    public static SpecRequest Json(Located? schema, bool required) => new(schema is null ? null : new(schema), required, null);

    public static SpecRequest Unsendable(bool required, IEnumerable<string> mediaTypes) =>
        new(null, required, "its body is " + string.Join(", ", mediaTypes) + ", and only JSON is written");
}
