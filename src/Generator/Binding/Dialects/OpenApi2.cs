using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>
/// OpenAPI 2.0: a body is a parameter, a form is several, a reply has a <c>schema</c>, and the media types of both are lists of the
/// operation or else of the document. A parameter is its own schema.
/// </summary>
internal sealed class OpenApi2(SpecNode root, References references) : IDialect
{
    public IReadOnlyList<SpecEntry> Schemas => root.Get("definitions").Members();

    public SpecRequest Request(Located item, Located operation)
    {
        var parameters = item.Elements("parameters").Concat(operation.Elements("parameters")).Select(references.Resolve).OfType<Located>().ToList();
        if (parameters.FindLast(parameter => IsIn(parameter, "body")) is { } body) return Body(operation, body);
        var fields = parameters.FindAll(parameter => IsIn(parameter, "formData"));
        return fields.Count == 0 ? SpecRequest.None : new FormData(fields).Request(operation, MediaTypesOf("consumes", operation));
    }

    public SpecContent Reply(Located operation, Located reply)
    {
        if (reply.Get("schema") is not { } schema) return new(null, null, []);
        var types = MediaTypesOf("produces", operation);
        if (FormData.IsFile(references.Resolve(schema))) return new(null, null, types.Count > 0 ? types : ["a file"]);
        return MediaTypes.HasJson(types) ? new(schema, schema, []) : new(null, null, types);
    }

    public Located? Schema(Located parameter) => parameter;

    public ParameterWriting Writing(Located parameter, ParameterPlace place) => CollectionFormat.Writing(parameter.Node, place);

    private SpecRequest Body(Located operation, Located body)
    {
        var required = body.Node.Get("required").IsTrue();
        var types = MediaTypesOf("consumes", operation);
        return MediaTypes.HasJson(types) ? SpecRequest.Json(body.Get("schema"), required) : SpecRequest.Unsendable(required, types);
    }

    /// <summary>An operation's own list, be it empty, stands for the document's.</summary>
    private IReadOnlyList<string> MediaTypesOf(string keyword, Located operation) =>
        [.. (operation.Node.Get(keyword) ?? root.Get(keyword)).Elements().Select(type => type.AsString()).OfType<string>()];

    private static bool IsIn(Located parameter, string place) => parameter.Node.Get("in").AsString() == place;
}
