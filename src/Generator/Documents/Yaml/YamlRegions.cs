namespace Semel.Generator.Documents;

/// <summary>Cuts the region of a block collection into those of its values.</summary>
/// <param name="column">The collection's own indentation.</param>
internal sealed class YamlRegions(YamlSource source, YamlRegion region, int column)
{
    private readonly YamlLines _lines = source.Lines;

    public YamlNode Create(int offset, int line, int endLine, YamlPlace place)
    {
        var node = new YamlNode(source, new YamlRegion(offset, line, endLine, column, place, region.Depth + 1));
        // a key that is indented too deep stands in the value above it, and would be missed in silence where nothing asks for that value
        if (GoesOn(offset, line, endLine, place)) _ = node.Content;
        return node;
    }

    /// <summary>The offset at which a key or an item has to begin on a line that is not the first one.</summary>
    public int RequireStart(int line)
    {
        var offset = _lines.Content(line);
        if (source.Chars[offset] == '\t') throw new SpecSyntaxException(offset, offset + 1, "A tab indents this line; expected spaces");
        if (_lines.Indent(line) < column)
            throw new SpecSyntaxException(offset, _lines.End(line), $"The indentation fits no line above; expected {column} spaces, or as many as of a parent");
        return offset;
    }

    /// <summary>Whether a value that begins on this line, and is none that keys or any text may follow, has further lines.</summary>
    private bool GoesOn(int offset, int line, int endLine, YamlPlace place)
    {
        if (_lines.NextSignificant(line + 1, endLine) == endLine) return false;
        var end = _lines.End(line);
        offset = source.SkipBlanks(offset, end);
        if (place == YamlPlace.Compact && (source.IsBlockIndicator('-', offset, end) || source.IsBlockIndicator('?', offset, end) || new YamlKey(source, offset, end).Exists)) return false;
        offset = source.SkipProperties(offset, end);
        return !source.IsEndOrComment(offset, end) && source.Chars[offset] is not ('|' or '>');
    }

    /// <summary>The line behind a value that begins at an offset.</summary>
    public int FindEnd(int line, int offset, bool isMapValue)
    {
        var next = _lines.NextAtMost(column, line + 1, region.EndLine);
        if (next == region.EndLine || _lines.Indent(next) < column) return next;
        var end = _lines.End(line);
        offset = source.SkipProperties(source.SkipBlanks(offset, end), end);
        if (source.IsEndOrComment(offset, end)) return isMapValue && IsItem(next) && _lines.NextSignificant(line + 1, next) == next ? SkipItems(next) : next;
        if (source.Chars[offset] is not ('[' or '{')) return next;
        while (next < region.EndLine && _lines.Indent(next) == column && source.Chars[_lines.Content(next)] is ']' or '}')
            next = _lines.NextAtMost(column, next + 1, region.EndLine);
        return next;
    }

    /// <summary>Offset behind the last character of the last line that is not empty.</summary>
    public int End()
    {
        var line = region.EndLine - 1;
        while (line > region.Line && !_lines.IsSignificant(line)) line--;
        var end = _lines.End(line);
        while (end > region.Start && YamlCharacters.IsBlank(source.Chars[end - 1])) end--;
        return end;
    }

    private int SkipItems(int line)
    {
        do line = _lines.NextAtMost(column, line + 1, region.EndLine);
        while (line < region.EndLine && _lines.Indent(line) == column && (IsItem(line) || source.Chars[_lines.Content(line)] is ']' or '}'));
        return line;
    }

    private bool IsItem(int line) => source.IsBlockIndicator('-', _lines.Content(line), _lines.End(line));
}
