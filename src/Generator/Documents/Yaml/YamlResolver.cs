namespace Semel.Generator.Documents;

/// <summary>Finds out what a region holds.</summary>
internal sealed class YamlResolver
{
    private readonly YamlSource _source;
    private readonly YamlRegion _region;
    private readonly YamlLines _lines;
    private readonly char[] _chars;
    private readonly YamlProperties _properties;
    private int _line;
    private int _offset;
    private bool _blockAllowed;

    private YamlResolver(YamlSource source, YamlRegion region)
    {
        _source = source;
        _region = region;
        _lines = source.Lines;
        _chars = source.Chars;
        _properties = new YamlProperties(source);
        _line = region.Line;
        _offset = region.Start;
        _blockAllowed = region.Place == YamlPlace.Compact;
    }

    public static YamlContent Resolve(YamlSource source, YamlRegion region)
    {
        try
        {
            if (region.Depth > SpecText.MaximumDepth)
                throw new SpecSyntaxException(region.Start, region.Start, $"Maps and sequences are nested too deep; expected at most {SpecText.MaximumDepth} levels");
            return new YamlResolver(source, region).Read();
        }
        catch (SpecSyntaxException error)
        {
            source.Text.Report(error);
            var offset = Math.Min(error.Start, source.Text.Length);
            return new YamlContent { Kind = NodeKind.Null, Start = offset, End = offset };
        }
    }

    private YamlContent Read()
    {
        while (MoveToContent())
        {
            if (_blockAllowed && ReadBlockCollection() is { } collection) return collection;
            if (!_properties.Read(ref _offset, _lines.End(_line), inFlow: false)) return ReadInline();
            _blockAllowed = false;
        }

        return _properties.Empty(_region.Start);
    }

    /// <summary>Over white space, comments and line breaks. False at the region's end.</summary>
    private bool MoveToContent()
    {
        if (_line >= _region.EndLine) return false;
        var end = _lines.End(_line);
        var offset = _source.SkipBlanks(_offset, end);
        if (!_source.IsEndOrComment(offset, end))
        {
            _blockAllowed &= !HasTab(_offset, offset);
            _offset = offset;
            return true;
        }

        _line = _lines.NextSignificant(_line + 1, _region.EndLine);
        if (_line >= _region.EndLine) return false;
        var content = _lines.Content(_line);
        _offset = _source.SkipBlanks(content, _lines.End(_line));
        _blockAllowed = !HasTab(content, _offset);
        return true;
    }

    private bool HasTab(int start, int end) => _chars.AsSpan(start, end - start).IndexOf('\t') >= 0;

    private YamlContent? ReadBlockCollection()
    {
        var end = _lines.End(_line);
        var column = _lines.Column(_line, _offset);
        if (_source.IsBlockIndicator('-', _offset, end)) return new YamlBlockSequence(_source, _region, column).Read(_line, _offset, _properties);
        var isMap = _source.IsBlockIndicator('?', _offset, end) || new YamlKey(_source, _offset, end).Exists;
        if (isMap && column <= _region.Indent) throw Error(_offset, end, "A map is not indented further than its parent; expected more spaces");
        return isMap ? new YamlBlockMap(_source, _region, column).Read(_line, _offset, _properties) : null;
    }

    private YamlContent ReadInline()
    {
        var start = _offset;
        var startLine = _line;
        switch (_chars[_offset])
        {
            case '*':
                return ReadAlias();
            case '[' or '{':
                var flow = new YamlFlow(_source, _region, _offset, _line).Read(_properties, out _offset, out _line);
                RequireEnd();
                return flow;
            case '"' or '\'':
                var quoted = new YamlQuoted(_source, _region.Indent, _region.EndLine).Read(ref _offset, ref _line);
                RequireEnd();
                return _properties.Scalar(quoted, isPlain: false, start, _offset);
            case '|' or '>':
                return new YamlBlockScalar(_source, _region).Read(_offset, _line, _properties);
            default:
                RequirePlain();
                var plain = new YamlPlain(_source, _region.EndLine).Read(ref _offset, ref _line);
                if (_line > startLine && startLine == _region.Line) RequireNoKey(startLine);
                RequireEnd();
                return _properties.Scalar(plain, isPlain: true, start, _offset);
        }
    }

    private YamlContent ReadAlias()
    {
        var start = _offset;
        var name = YamlAnchors.ReadName(_source, start, _lines.End(_line));
        _offset = start + 1 + name.Length;
        RequireEnd();
        return _properties.ForAlias(name, start);
    }

    private void RequirePlain()
    {
        var end = _lines.End(_line);
        foreach (var indicator in "-?:")
        {
            if (!_source.IsBlockIndicator(indicator, _offset, end)) continue;
            if (indicator == ':') throw Error(_offset, _offset + 1, "A key is missing in front of ':'; expected a key");
            throw Error(_offset, _offset + 1, _lines.Content(_line) == _offset || _region.Place == YamlPlace.Compact
                ? $"'{indicator}' cannot begin here; expected it behind nothing but spaces"
                : $"'{indicator}' cannot begin on this line; expected it on a line of its own");
        }

        YamlPlain.RequireStart(_source, _offset, end, inFlow: false);
    }

    /// <summary>The value's last line is no key with a colon.</summary>
    private void RequireNoKey(int startLine)
    {
        var end = _lines.End(_line);
        if (_source.IsBlockIndicator(':', _source.SkipBlanks(_offset, end), end))
        {
            throw Error(_lines.Content(_line), end, "This line is indented further than the keys or items above it, so that it goes on with the value in line "
                + $"{_source.Text.LineNumber(_lines.Start(startLine))}, and no value holds ': '; expected it indented as its siblings are, or quotes around the whole value");
        }
    }

    /// <summary>Nothing follows in the region but white space and comments.</summary>
    private void RequireEnd()
    {
        var end = _lines.End(_line);
        var offset = _source.SkipBlanks(_offset, end);
        if (offset < end && (_chars[offset] != '#' || offset == _offset))
        {
            throw Error(offset, end, _source.IsBlockIndicator(':', offset, end)
                ? "A map cannot begin in the middle of a value; expected it on a line of its own, or the value in quotes"
                : $"Found '{SpecCharacter.Show(_chars[offset])}' behind a value; expected the end of the line");
        }

        RequireNoLineFrom(_line + 1);
    }

    private void RequireNoLineFrom(int line)
    {
        var next = _lines.NextSignificant(line, _region.EndLine);
        if (next < _region.EndLine)
            throw Error(_lines.Content(next), _lines.End(next), "This line continues nothing; expected less indentation, as of the keys or items above");
    }

    private static SpecSyntaxException Error(int start, int end, string message) => new(start, end, message);
}
