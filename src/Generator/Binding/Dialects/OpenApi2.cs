using System.Collections.Immutable;
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
    public ImmutableArray<SpecEntry> Schemas => root.Get("definitions").Members();

    public SpecRequest Request(Located item, Located operation)
    {
        var parameters = references.Elements(item, "parameters").Concat(references.Elements(operation, "parameters")).Select(references.Resolve).OfType<Located>().ToList();
        if (parameters.FindLast(parameter => IsIn(parameter, "body")) is { } body) return Body(operation, body);
        var fields = parameters.FindAll(parameter => IsIn(parameter, "formData"));
        return fields.Count == 0 ? SpecRequest.None : new FormData(fields).Request(operation, MediaTypesOf("consumes", operation));
    }

    public SpecContent Reply(Located operation, Located reply)
    {
        var types = MediaTypesOf("produces", operation);
        if (reply.Get("schema") is not { } schema) return SaysBytes(operation, types) ? new(null, null, types) { Media = Bytes(types) } : new(null, null, []);
        if (FormData.IsFile(references.Resolve(schema))) return new(null, null, types.Count > 0 ? types : ["a file"]) { Media = Bytes(types) };
        if (!MediaTypes.HasJson(types)) return new(null, null, types) { Media = new(types[0], MediaTypes.Kind(types[0]), new(schema)) };
        return new(schema, schema, []) { Media = Json(types, schema) };
    }

    public Located? Schema(Located parameter) => parameter;

    public ParameterWriting Writing(Located parameter, ParameterPlace place) => CollectionFormat.Writing(parameter.Node, place);

    private SpecRequest Body(Located operation, Located body)
    {
        var required = body.Node.Get("required").IsTrue();
        var types = MediaTypesOf("consumes", operation);
        var schema = body.Get("schema");
        return MediaTypes.HasJson(types)
            ? SpecRequest.Json(schema, required, Json(types, schema))
            : SpecRequest.NoJson(required, types, new(types[0], MediaTypes.Kind(types[0]), schema is null ? null : new(schema)));
    }

    /// <summary>An operation that says of itself that it produces bytes and nothing else replies with them, schema or not; the document's list says nothing of one operation.</summary>
    private static bool SaysBytes(Located operation, IReadOnlyList<string> types) =>
        operation.Node.Get("produces") is not null && types.Count > 0 && types.All(type => !MediaTypes.IsJson(type) && MediaTypes.Kind(type) == ContentKind.Stream);

    private static SpecMedia Bytes(IReadOnlyList<string> types) => new(types.Count == 1 ? types[0] : "*/*", ContentKind.Stream, null);

    private static SpecMedia Json(IReadOnlyList<string> types, Located? schema) =>
        new(types.Count == 0 || types.Contains("application/json") ? "application/json" : types.First(MediaTypes.IsJson), ContentKind.Json, schema is null ? null : new(schema));

    /// <summary>An operation's own list, be it empty, stands for the document's.</summary>
    private IReadOnlyList<string> MediaTypesOf(string keyword, Located operation) =>
        [.. (operation.Node.Get(keyword) ?? root.Get(keyword)).Elements().Select(type => type.AsString()).OfType<string>()];

    private static bool IsIn(Located parameter, string place) => parameter.Node.Get("in").AsString() == place;
}
