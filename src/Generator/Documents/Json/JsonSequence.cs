using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>An array; its items are read when they are first asked for.</summary>
/// <param name="container">Its number in the index.</param>
internal sealed class JsonSequence(SpecText text, JsonIndex index, int start, int container) : SpecNode(text)
{
    private ImmutableArray<SpecNode> _items;

    public override NodeKind Kind => NodeKind.Sequence;

    public override int Start => start;

    public override int End => index.End(container) + 1;

    public override ImmutableArray<SpecNode> Items
    {
        get
        {
            if (_items.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref _items, Read());
            return _items;
        }
    }

    private ImmutableArray<SpecNode> Read()
    {
        var items = new List<SpecNode>();
        var cursor = new JsonCursor(SourceText, index, start + 1, container + 1);
        try
        {
            for (var more = !cursor.Take(']'); more; more = cursor.GoesOn(']')) items.Add(cursor.ReadValue());
        }
        catch (SpecSyntaxException error)
        {
            SourceText.Report(error);
        }

        return [.. items];
    }
}
