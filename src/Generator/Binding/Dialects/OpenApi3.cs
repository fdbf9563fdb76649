using System.Collections.Immutable;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>OpenAPI 3.0 and 3.1: a body is a <c>content</c> of media types, a parameter has a <c>schema</c>.</summary>
internal sealed class OpenApi3(SpecNode root, References references) : IDialect
{
    public ImmutableArray<SpecEntry> Schemas => root.Get("components").Get("schemas").Members();

    public SpecRequest Request(Located item, Located operation)
    {
        if (operation.Get("requestBody") is not { } reference || references.Resolve(reference) is not { } body) return SpecRequest.None;
        var required = body.Node.Get("required").IsTrue();
        var content = MediaTypes.Content(body, references);
        if (content is not { Json: null, Others.Count: > 0 }) return SpecRequest.Json(content.Schema, required, content.Media);
        return content.Media is { Body: not null } media && IsForm(media) ? SpecRequest.Form(media, required) : SpecRequest.NoJson(required, content.Others, content.Media);
    }

    public SpecContent Reply(Located operation, Located reply) => MediaTypes.Content(reply, references);

    public Located? Schema(Located parameter) => parameter.Get("schema") ?? Content(parameter).Schema;

    /// <summary>A simple value in a path is written as it is, though it be described as JSON: quotes there are part of a name for every server.</summary>
    public ParameterWriting Writing(Located parameter, ParameterPlace place) =>
        parameter.Node.Get("schema") is null && Content(parameter) is { Json: not null } content && !(place == ParameterPlace.Path && IsSimple(content.Schema))
            ? new(WritingStyle.Json, false)
            : StyleKeywords.Writing(parameter.Node, place);

    private bool IsSimple(Located? schema) => schema is not null && references.Resolve(schema)?.Node.Get("type") is { } type
        && (type.AsString() is { } one ? [one] : type.Elements().Select(element => element.AsString()).Where(name => name != "null").ToArray()) is { Length: 1 } types && types[0] is "string" or "integer" or "number" or "boolean";

    private bool IsForm(SpecMedia media) => media.Kind == ContentKind.Form || (media.Kind == ContentKind.Multipart && !Uploads.Has(media, references));

    private SpecContent Content(Located parameter) => MediaTypes.Content(parameter, references);
}
