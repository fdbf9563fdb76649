namespace Semel.Generator.Documents;

/// <summary>A block sequence: its items are left as regions.</summary>
internal sealed class YamlBlockSequence(YamlSource source, YamlRegion region, int column)
{
    private readonly List<YamlNode> _items = [];
    private readonly YamlRegions _regions = new(source, region, column);

    public YamlContent Read(int line, int offset, YamlProperties properties)
    {
        var start = offset;
        try
        {
            for (var isFirst = true; line < region.EndLine; isFirst = false)
            {
                if (!isFirst) offset = _regions.RequireStart(line);
                line = ReadItem(line, offset);
            }
        }
        catch (SpecSyntaxException error)
        {
            source.Text.Report(error);
        }

        return properties.Sequence(_items, start, _regions.End());
    }

    private int ReadItem(int line, int offset)
    {
        var end = source.Lines.End(line);
        if (!source.IsBlockIndicator('-', offset, end)) throw new SpecSyntaxException(offset, end, "This line is no item of the sequence; expected '- '");
        var next = _regions.FindEnd(line, offset + 1, isMapValue: false);
        _items.Add(_regions.Create(offset + 1, line, next, YamlPlace.Compact));
        return next;
    }
}
