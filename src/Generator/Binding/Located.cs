using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>
/// A node and the JSON pointer at which it stands, with the name of its file in front where that is not the declared document:
/// <c>#/components/schemas/droplet</c>, <c>models/droplet.yml#</c>. The pointer is the identity of what the node describes; it is put
/// together when it is asked for, since most nodes are only passed through.
/// </summary>
internal sealed class Located : IEquatable<Located>
{
    private readonly Located? _holder;
    private readonly string _step;
    private string? _pointer;

    private Located(SpecNode node, string file, Located? holder, string step) => (Node, File, _holder, _step) = (node, file, holder, step);

    public SpecNode Node { get; }

    /// <summary>The name of its file; empty for the declared document.</summary>
    public string File { get; }

    public string Pointer => _pointer ??= _holder is null ? _step : _holder.Pointer + "/" + JsonPointer.Escape(_step);

    public static Located Root(SpecNode node, string file) => new(node, file, null, JsonPointer.File(file) + "#");

    public Located? Get(string key) => Node.Get(key) is { } child ? Under(key, child) : null;

    public Located Under(string key, SpecNode child) => new(child, File, this, key);

    /// <summary>The items of this list.</summary>
    public IEnumerable<Located> Elements()
    {
        var items = Node.Elements();
        for (var i = 0; i < items.Length; i++) yield return Under(JsonPointer.Index(i), items[i]);
    }

    public IEnumerable<Located> Elements(string key) => Get(key)?.Elements() ?? [];

    public bool Equals(Located? other) => other is not null && ReferenceEquals(Node, other.Node) && Pointer == other.Pointer;

    public override bool Equals(object? obj) => Equals(obj as Located);

    public override int GetHashCode() => Node.Start;
}
