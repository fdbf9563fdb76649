namespace Semel.Generator.Documents;

/// <summary>A flow collection, read at once with all it holds.</summary>
internal sealed class YamlFlow(YamlSource source, YamlRegion region, int offset, int line)
{
    private readonly YamlLines _lines = source.Lines;
    private int _offset = offset;
    private int _line = line;

    private char Current => source.Chars[_offset];

    private int LineEnd => _lines.End(_line);

    public YamlContent Read(YamlProperties properties, out int offset, out int line)
    {
        var content = ReadCollection(properties, region.Depth);
        offset = _offset;
        line = _line;
        return content;
    }

    private YamlContent ReadCollection(YamlProperties properties, int depth)
    {
        if (depth > SpecText.MaximumDepth)
            throw new SpecSyntaxException(_offset, _offset + 1, $"Maps and sequences are nested too deep; expected at most {SpecText.MaximumDepth} levels");
        return Current == '[' ? ReadSequence(properties, depth) : ReadMap(properties, depth);
    }

    private YamlContent ReadSequence(YamlProperties properties, int depth)
    {
        var opening = _offset++;
        var items = new List<YamlNode>();
        while (!TakeClosing(opening))
        {
            if (Current == ',') throw new SpecSyntaxException(_offset, _offset + 1, "Found ',' where an item is missing; expected an item or ']'");
            items.Add(ReadItem(opening, depth + 1));
            TakeComma(opening);
        }

        return properties.Sequence(items, opening, _offset);
    }

    private YamlContent ReadMap(YamlProperties properties, int depth)
    {
        var opening = _offset++;
        var entries = new YamlEntries(source);
        while (!TakeClosing(opening))
        {
            var isExplicit = TakeQuestionMark(opening);
            ReadValue(entries, ReadNode(opening, depth + 1), opening, depth + 1, isExplicit);
            TakeComma(opening);
        }

        return properties.Map(entries, opening, _offset);
    }

    /// <summary>A value, or the single pair of a map whose braces are left out.</summary>
    private YamlNode ReadItem(int opening, int depth)
    {
        var start = _offset;
        var startLine = _line;
        var isExplicit = TakeQuestionMark(opening);
        var node = ReadNode(opening, depth);
        if (!isExplicit && !IsPair(node, startLine)) return node;
        var entries = new YamlEntries(source);
        ReadValue(entries, node, opening, depth, isExplicit);
        return new YamlNode(source, new YamlProperties(source).Map(entries, start, _offset), start, _offset);
    }

    private bool IsPair(YamlNode key, int startLine)
    {
        if (startLine != _line) return false;
        var colon = source.SkipBlanks(_offset, LineEnd);
        return colon < LineEnd && IsColon(colon, key);
    }

    private void ReadValue(YamlEntries entries, YamlNode keyNode, int opening, int depth, bool isExplicit)
    {
        var key = YamlEntries.Require(keyNode.Content);
        Separate(opening);
        if (!IsColon(_offset, keyNode))
        {
            if (!isExplicit && Current is not (',' or '}')) throw Unexpected("':', ',' or '}' behind a key");
            entries.Add(key, IsPlain(keyNode), new YamlNode(source, new YamlProperties(source).Empty(key.End), key.End, key.End));
            return;
        }

        _offset++;
        Separate(opening);
        entries.Add(key, IsPlain(keyNode), ReadNode(opening, depth));
    }

    private bool IsPlain(YamlNode key) => source.Chars[key.Start] is not ('"' or '\'');

    private bool IsColon(int offset, YamlNode key) =>
        source.Chars[offset] == ':' && (!IsPlain(key) || PlainEndsKey(offset));

    private bool PlainEndsKey(int colon) => YamlPlain.EndsKey(source, colon, LineEnd, inFlow: true);

    private YamlNode ReadNode(int opening, int depth)
    {
        var from = _offset;
        var properties = new YamlProperties(source);
        while (properties.Read(ref _offset, LineEnd, inFlow: true)) Separate(opening);
        var content = ReadContent(properties, depth);
        return new YamlNode(source, content, from, _offset);
    }

    private YamlContent ReadContent(YamlProperties properties, int depth)
    {
        var start = _offset;
        switch (Current)
        {
            case '[' or '{':
                return ReadCollection(properties, depth);
            case '*':
                var name = YamlAnchors.ReadName(source, start, LineEnd);
                _offset += 1 + name.Length;
                return properties.ForAlias(name, start);
            case '"' or '\'':
                var quoted = new YamlQuoted(source, region.Indent, region.EndLine).Read(ref _offset, ref _line);
                return properties.Scalar(quoted, isPlain: false, start, _offset);
            case ',' or ']' or '}':
            case ':' when PlainEndsKey(_offset):
                return properties.Empty(_offset);
            default:
                YamlPlain.RequireStart(source, _offset, LineEnd, inFlow: true);
                var plain = new YamlPlain(source, region.EndLine, inFlow: true, region.Indent).Read(ref _offset, ref _line);
                return properties.Scalar(plain, isPlain: true, start, _offset);
        }
    }

    private bool TakeQuestionMark(int opening)
    {
        if (Current != '?' || !PlainEndsKey(_offset)) return false;
        _offset++;
        Separate(opening);
        return true;
    }

    private bool TakeClosing(int opening)
    {
        Separate(opening);
        if (Current != Closing(opening)) return false;
        _offset++;
        return true;
    }

    private void TakeComma(int opening)
    {
        Separate(opening);
        if (Current == ',') _offset++;
        else if (Current != Closing(opening)) throw Unexpected($"',' or '{Closing(opening)}' for the '{source.Chars[opening]}' in line {source.Text.LineNumber(opening)}");
    }

    private char Closing(int opening) => source.Chars[opening] == '[' ? ']' : '}';

    private SpecSyntaxException Unexpected(string expected) =>
        new(_offset, _offset + 1, $"Found '{SpecCharacter.Show(Current)}'; expected {expected}");

    /// <summary>Over white space, comments and line breaks to what the collection holds next.</summary>
    private void Separate(int opening)
    {
        while (true)
        {
            var end = LineEnd;
            var lineStart = _lines.Start(_line);
            _offset = source.SkipBlanks(_offset, end);
            var isComment = _offset < end && Current == '#' && (_offset == lineStart || YamlCharacters.IsBlank(source.Chars[_offset - 1]));
            if (_offset < end && !isComment) return;
            _line = _lines.NextSignificant(_line + 1, region.EndLine);
            if (_line >= region.EndLine)
                throw new SpecSyntaxException(opening, opening + 1, $"A '{source.Chars[opening]}' is not closed; expected '{Closing(opening)}' on this line, or on lines that are indented further than its parent");
            _offset = _lines.Content(_line);
            RequireIndent();
        }
    }

    private void RequireIndent()
    {
        var indent = _lines.Indent(_line);
        var isClosing = Current is ']' or '}' && indent == region.Indent;
        if (indent <= region.Indent && !isClosing)
            throw new SpecSyntaxException(_offset, LineEnd, "A line inside brackets is not indented further than what holds them; expected more spaces");
    }
}
