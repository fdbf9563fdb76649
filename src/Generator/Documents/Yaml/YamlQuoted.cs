using System.Text;

namespace Semel.Generator.Documents;

/// <summary>A scalar in single or double quotes, folded over its lines.</summary>
/// <param name="indent">What its lines are indented further than.</param>
internal sealed class YamlQuoted(YamlSource source, int indent, int endLine)
{
    private readonly YamlLines _lines = source.Lines;
    private readonly StringBuilder _value = new();
    private int _kept;
    private bool _isBreakEscaped;

    /// <summary>Steps behind the closing quote.</summary>
    public string Read(ref int offset, ref int line)
    {
        var opening = offset++;
        while (!ReadLine(source.Chars[opening], ref offset, _lines.End(line)))
        {
            if (!_isBreakEscaped) _value.Length = _kept;
            MoveToNextLine(opening, ref offset, ref line);
        }

        return _value.ToString();
    }

    /// <summary>Behind the closing quote when that stands on the same line; else -1.</summary>
    public static int FindEndOnLine(YamlSource source, int opening, int lineEnd)
    {
        var quote = source.Chars[opening];
        for (var i = opening + 1; i < lineEnd; i++)
        {
            var character = source.Chars[i];
            if (quote == '"' && character == '\\') i++;
            else if (character == quote && quote == '\'' && i + 1 < lineEnd && source.Chars[i + 1] == '\'') i++;
            else if (character == quote) return i + 1;
        }

        return -1;
    }

    /// <summary>True when the closing quote was met; false at the line's end.</summary>
    private bool ReadLine(char quote, ref int offset, int lineEnd)
    {
        _kept = _value.Length;
        _isBreakEscaped = false;
        while (offset < lineEnd)
        {
            var character = source.Chars[offset];
            if (character == quote && !IsDoubled(quote, offset, lineEnd))
            {
                offset++;
                return true;
            }

            if (character == '\\' && quote == '"')
            {
                _isBreakEscaped = offset + 1 == lineEnd;
                offset = _isBreakEscaped ? lineEnd : YamlEscape.Read(source.Text, offset, lineEnd, _value);
                _kept = _value.Length;
                continue;
            }

            if (character < ' ' && character != '\t') YamlCharacters.RequireAllowed(source.Chars, offset);
            _value.Append(character);
            offset += character == quote ? 2 : 1;
            if (!YamlCharacters.IsBlank(character)) _kept = _value.Length;
        }

        return false;
    }

    private bool IsDoubled(char quote, int offset, int lineEnd) => quote == '\'' && offset + 1 < lineEnd && source.Chars[offset + 1] == '\'';

    private void MoveToNextLine(int opening, ref int offset, ref int line)
    {
        for (var emptyLines = 0; ; emptyLines++)
        {
            if (++line >= endLine) throw NotClosed(opening);
            var end = _lines.End(line);
            offset = source.SkipBlanks(_lines.Start(line), end);
            if (offset == end) continue;
            if (Spaces(line) <= indent) throw NotClosed(opening);
            if (emptyLines > 0 || !_isBreakEscaped) YamlPlain.Fold(_value, emptyLines);
            return;
        }
    }

    private int Spaces(int line)
    {
        var start = _lines.Start(line);
        var offset = start;
        while (source.Chars[offset] == ' ') offset++;
        return offset - start;
    }

    private SpecSyntaxException NotClosed(int opening) =>
        new(opening, opening + 1, $"A quoted value is not closed; expected {source.Chars[opening]} on this line, or on lines that are indented further than its parent");
}
