using System.Collections.Immutable;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>Reading nodes of a document that may be of any kind where another one was expected.</summary>
internal static class NodeExtensions
{
    public static SpecNode? Get(this SpecNode? node, string key) => node is { Kind: NodeKind.Map } ? node[key] : null;

    public static ImmutableArray<SpecEntry> Members(this SpecNode? node) => node is { Kind: NodeKind.Map } ? node.Entries : [];

    public static ImmutableArray<SpecNode> Elements(this SpecNode? node) => node is { Kind: NodeKind.Sequence } ? node.Items : [];

    public static string? AsString(this SpecNode? node) => node is { Kind: NodeKind.String } ? node.Text : null;

    /// <summary>The text of a string, number or boolean: YAML reads <c>version: 1.2</c> as a number.</summary>
    public static string? AsScalar(this SpecNode? node) =>
        node is { Kind: NodeKind.String or NodeKind.Number or NodeKind.Boolean } ? node.Text : null;

    public static bool IsTrue(this SpecNode? node) => node is { IsTrue: true };

    public static int? AsInt32(this SpecNode? node) =>
        node is { Kind: NodeKind.Number, Text: { } text }
        && int.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
}
