using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A word of an enumeration, in whatever case: <c>Active</c> and <c>ACTIVE</c>. Only where the document lists the words.</summary>
internal sealed class SameWord(IReadOnlyList<string> enumerations) : ISameValue
{
    public bool Holds(string path, JsonNode one, JsonNode other) =>
        enumerations.Contains(path) && JsonLiteral.TryGetText(one, out var first) && JsonLiteral.TryGetText(other, out var second)
            && string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
