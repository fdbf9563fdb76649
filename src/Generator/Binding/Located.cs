using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>A node and the JSON pointer at which it stands; the pointer is the identity of what the node describes.</summary>
internal sealed record Located(SpecNode Node, string Pointer)
{
    public Located? Get(string key) => Node.Get(key) is { } child ? Under(key, child) : null;

    public Located Under(string key, SpecNode child) => new(child, Pointer + "/" + JsonPointer.Escape(key));

    public IEnumerable<Located> Elements(string key)
    {
        var items = Node.Get(key).Elements();
        for (var i = 0; i < items.Count; i++) yield return new Located(items[i], Pointer + "/" + JsonPointer.Escape(key) + "/" + JsonPointer.Index(i));
    }
}
