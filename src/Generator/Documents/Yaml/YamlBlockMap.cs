namespace Semel.Generator.Documents;

/// <summary>A block map: keys are read, values are left as regions.</summary>
internal sealed class YamlBlockMap(YamlSource source, YamlRegion region, int column)
{
    private readonly YamlLines _lines = source.Lines;
    private readonly YamlEntries _entries = new(source);
    private readonly YamlRegions _regions = new(source, region, column);

    public YamlContent Read(int line, int offset, YamlProperties properties)
    {
        var start = offset;
        try
        {
            for (var isFirst = true; line < region.EndLine; isFirst = false)
            {
                if (!isFirst) offset = _regions.RequireStart(line);
                line = ReadEntry(line, offset);
            }
        }
        catch (SpecSyntaxException error)
        {
            source.Text.Report(error);
        }

        return properties.Map(_entries, start, _regions.End());
    }

    /// <returns>The line behind the entry.</returns>
    private int ReadEntry(int line, int offset)
    {
        var end = _lines.End(line);
        if (source.IsBlockIndicator('?', offset, end)) return ReadExplicitEntry(line, offset);
        if (source.IsBlockIndicator('-', offset, end)) throw new SpecSyntaxException(offset, offset + 1, "An item of a sequence stands among the keys of a map; expected a key");
        var key = new YamlKey(source, offset, end);
        if (!key.Exists)
        {
            throw new SpecSyntaxException(offset, end, source.IsBlockIndicator(':', offset, end)
                ? "A key is missing in front of ':'; expected a key"
                : "This line is no entry of the map; expected a key and ':'");
        }

        var content = YamlEntries.Require(key.Read(line));
        return ReadValue(content, key.IsPlain, line, key.Colon + 1, YamlPlace.Value);
    }

    private int ReadExplicitEntry(int line, int offset)
    {
        var colonLine = _regions.FindEnd(line, offset + 1, isMapValue: true);
        var keyNode = _regions.Create(offset + 1, line, colonLine, YamlPlace.Compact);
        var key = YamlEntries.Require(keyNode.Content);
        var isPlain = source.Chars[key.Start] is not ('"' or '\'' or '|' or '>');
        if (colonLine < region.EndLine && _lines.Indent(colonLine) == column && source.IsBlockIndicator(':', _lines.Content(colonLine), _lines.End(colonLine)))
            return ReadValue(key, isPlain, colonLine, _lines.Content(colonLine) + 1, YamlPlace.Compact);

        var empty = new YamlProperties(source).Empty(key.End);
        _entries.Add(key, isPlain, new YamlNode(source, empty, key.End, key.End));
        return colonLine;
    }

    private int ReadValue(YamlContent key, bool isPlain, int line, int offset, YamlPlace place)
    {
        var next = _regions.FindEnd(line, offset, isMapValue: true);
        _entries.Add(key, isPlain, _regions.Create(offset, line, next, place));
        return next;
    }
}
