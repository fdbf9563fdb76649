namespace Semel.Generator.Documents;

/// <summary>A null that stands where nothing could be read.</summary>
internal sealed class UnreadableNode(SpecText text, int start, int end) : SpecNode(text)
{
    public override NodeKind Kind => NodeKind.Null;

    public override int Start { get; } = start;

    public override int End { get; } = end;
}
