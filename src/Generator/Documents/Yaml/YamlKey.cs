namespace Semel.Generator.Documents;

/// <summary>The key that may begin at an offset and is followed by <c>:</c> on its line.</summary>
internal readonly struct YamlKey
{
    private readonly YamlSource _source;
    private readonly int _lineEnd;
    private readonly int _properties;
    private readonly int _start;
    private readonly int _end;

    public YamlKey(YamlSource source, int offset, int lineEnd)
    {
        _source = source;
        _lineEnd = lineEnd;
        _properties = offset;
        _start = source.SkipProperties(offset, lineEnd);
        _end = FindEnd();
        Colon = _end < 0 ? -1 : source.SkipBlanks(_end, lineEnd);
        Exists = _end >= 0 && _end > _start && source.IsBlockIndicator(':', Colon, lineEnd);
    }

    public int Colon { get; }

    public bool Exists { get; }

    public bool IsPlain => _source.Chars[_start] is not ('"' or '\'');

    /// <summary>Only where it exists.</summary>
    public YamlContent Read(int line)
    {
        var properties = new YamlProperties(_source);
        var offset = _properties;
        properties.Read(ref offset, _lineEnd, inFlow: false);
        var first = _source.Chars[_start];
        if (first is '[' or '{') throw new SpecSyntaxException(_start, _end, "A key is a map or a sequence; expected a scalar");
        if (first == '*') throw new SpecSyntaxException(_start, _end, "A key is an alias; expected a scalar");
        if (!IsPlain)
        {
            offset = _start;
            var quoted = new YamlQuoted(_source, indent: -1, line + 1).Read(ref offset, ref line);
            return properties.Scalar(quoted, isPlain: false, _start, _end);
        }

        YamlPlain.RequireStart(_source, _start, _lineEnd, inFlow: false);
        return properties.Scalar(_source.Text.Slice(_start, _end), isPlain: true, _start, _end);
    }

    private int FindEnd()
    {
        if (_source.IsEndOrComment(_start, _lineEnd)) return -1;
        return _source.Chars[_start] switch
        {
            '"' or '\'' => YamlQuoted.FindEndOnLine(_source, _start, _lineEnd),
            '[' or '{' => FindFlowEnd(),
            '|' or '>' => -1,
            '*' => FindWordEnd(),
            _ => YamlPlain.FindEndOnLine(_source, _start, _lineEnd, inFlow: false),
        };
    }

    private int FindWordEnd()
    {
        var end = _start;
        while (!_source.IsBlankOrEnd(end, _lineEnd)) end++;
        return end;
    }

    /// <summary>Behind the bracket that closes the first one, when that stands on this line.</summary>
    private int FindFlowEnd()
    {
        var depth = 0;
        for (var i = _start; i < _lineEnd; i++)
        {
            switch (_source.Chars[i])
            {
                case '"' or '\'' when i > _start && !char.IsLetterOrDigit(_source.Chars[i - 1]):
                    i = YamlQuoted.FindEndOnLine(_source, i, _lineEnd) - 1;
                    if (i < 0) return -1;
                    break;
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    if (--depth == 0) return i + 1;
                    break;
            }
        }

        return -1;
    }
}
