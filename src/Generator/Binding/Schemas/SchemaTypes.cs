using System.Collections.Immutable;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Schemas;

/// <summary>The <c>type</c> keyword: one name, or since 3.1 a list of names.</summary>
internal readonly record struct SchemaTypes(IReadOnlyList<SchemaKind> Kinds, bool HasNull)
{
    public static SchemaTypes Of(SpecNode schema, DiagnosticBag diagnostics)
    {
        var type = schema.Get("type");
        if (type is null or { Kind: NodeKind.Null }) return new([], false);
        ImmutableArray<SpecNode> names = type.Kind == NodeKind.Sequence ? type.Items : [type];
        var kinds = new List<SchemaKind>();
        var hasNull = false;
        foreach (var name in names)
        {
            if (name.AsString() == "null" || name.Kind == NodeKind.Null) hasNull = true;
            else if (Kind(name.AsString()) is not { } kind) Report(name, diagnostics);
            else if (!kinds.Contains(kind)) kinds.Add(kind);
        }

        return new(kinds, hasNull);
    }

    private static SchemaKind? Kind(string? name) => name switch
    {
        "string" => SchemaKind.String,
        "integer" => SchemaKind.Integer,
        "number" => SchemaKind.Number,
        "boolean" => SchemaKind.Boolean,
        "array" => SchemaKind.List,
        "object" => SchemaKind.Object,
        _ => null,
    };

    private static void Report(SpecNode name, DiagnosticBag diagnostics) => diagnostics.Add(
        DiagnosticCatalogue.SchemaNotUnderstood, name.Location,
        name.AsScalar() is { } text ? $"There is no type '{text}'; the value is taken as it comes" : "'type' is neither a name nor a list of names; the value is taken as it comes");
}
