namespace Semel.Generator.Documents;

internal sealed class JsonScalar(SpecText text, NodeKind kind, int start, int end) : SpecNode(text)
{
    private string? _text;

    public override NodeKind Kind => kind;

    public override int Start => start;

    public override int End => end;

    public override string? Text => kind == NodeKind.Null ? null : _text ??= Decode();

    private string Decode()
    {
        if (kind != NodeKind.String) return SourceText.Slice(start, end);
        try
        {
            return JsonString.Decode(SourceText, start, end);
        }
        catch (SpecSyntaxException error)
        {
            SourceText.Report(error);
            return SourceText.Slice(start + 1, end - 1);
        }
    }
}
