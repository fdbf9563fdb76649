using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>Whether the document is an OpenAPI document of a version that can be read.</summary>
internal static class DocumentCheck
{
    /// <summary>What 3.2 adds is not read: other methods, streams of items.</summary>
    private static readonly string[] Supported = ["3.0", "3.1", "3.2"];

    public static bool Accepts(SpecDocument document, DiagnosticBag diagnostics)
    {
        var root = document.Root;
        if (root.Kind != NodeKind.Map)
            return document.Errors.Count == 0 && Refuse(root, $"The document is {(root.Kind == NodeKind.Null ? "empty" : "a " + Name(root.Kind))}, so it is not an OpenAPI document");
        if (root["openapi"] is { } version) return IsSupported(version.AsScalar()) ? HasPaths() : RefuseVersion(version);
        if (root["swagger"] is { } swagger) return swagger.AsScalar() == "2.0" ? HasPaths() : RefuseVersion(swagger);
        return Refuse(root, "The document has no 'openapi' or 'swagger' property, so it is not an OpenAPI document");

        bool HasPaths() => root["paths"] is not { } paths || paths.Kind == NodeKind.Map
            || Refuse(paths, $"'paths' is {(paths.Kind == NodeKind.Null ? "empty" : "a " + Name(paths.Kind))}; expected a map of paths");

        bool RefuseVersion(SpecNode version) => Refuse(version, $"OpenAPI {Found(version)} cannot be read yet; 2.0, 3.0, 3.1 and 3.2 can");

        bool Refuse(SpecNode node, string reason)
        {
            diagnostics.Add(DiagnosticCatalogue.NotOpenApi, node.Location, reason);
            return false;
        }
    }

    private static bool IsSupported(string? version) =>
        version is not null && Supported.Any(supported => version == supported || version.StartsWith(supported + ".", StringComparison.Ordinal));

    private static string Found(SpecNode node) => node.AsScalar() is { } text ? $"'{text}'" : "(" + Name(node.Kind) + ")";

    private static string Name(NodeKind kind) => kind switch
    {
        NodeKind.Map => "map",
        NodeKind.Sequence => "list",
        NodeKind.String => "text",
        NodeKind.Number => "number",
        NodeKind.Boolean => "boolean",
        NodeKind.Null => "null",
    };
}
