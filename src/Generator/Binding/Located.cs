using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>
/// A node and the JSON pointer at which it stands, with the name of its file in front where that is not the declared document:
/// <c>#/components/schemas/droplet</c>, <c>models/droplet.yml#</c>. The pointer is the identity of what the node describes.
/// </summary>
internal sealed record Located(SpecNode Node, string Pointer)
{
    /// <summary>The name of its file; empty for the declared document.</summary>
    public string File { get; private init; } = "";

    public static Located Root(SpecNode node, string file) => new(node, JsonPointer.File(file) + "#") { File = file };

    public Located? Get(string key) => Node.Get(key) is { } child ? Under(key, child) : null;

    public Located Under(string key, SpecNode child) => this with { Node = child, Pointer = Pointer + "/" + JsonPointer.Escape(key) };

    /// <summary>The items of this list.</summary>
    public IEnumerable<Located> Elements() => Node.Elements().Select((item, index) => this with { Node = item, Pointer = Pointer + "/" + JsonPointer.Index(index) });

    public IEnumerable<Located> Elements(string key)
    {
        var items = Node.Get(key).Elements();
        for (var i = 0; i < items.Count; i++)
            yield return this with { Node = items[i], Pointer = Pointer + "/" + JsonPointer.Escape(key) + "/" + JsonPointer.Index(i) };
    }
}
