using System.Text;

namespace Semel.Generator.Documents;

/// <summary>A literal (|) or folded (&gt;) block scalar.</summary>
internal sealed class YamlBlockScalar(YamlSource source, YamlRegion region)
{
    private readonly YamlLines _lines = source.Lines;
    private readonly StringBuilder _value = new();
    private bool _isFolded;
    private char _chomping;
    private int _explicitIndent;

    public YamlContent Read(int offset, int line, YamlProperties properties)
    {
        ReadHeader(offset, _lines.End(line));
        var indent = _explicitIndent > 0 ? Math.Max(region.Indent, 0) + _explicitIndent : DetectIndent(line + 1);
        var end = ReadLines(line, indent);
        return properties.Scalar(_value.ToString(), isPlain: false, offset, end);
    }

    private void ReadHeader(int offset, int lineEnd)
    {
        _isFolded = source.Chars[offset] == '>';
        var i = offset + 1;
        for (; i < lineEnd && !YamlCharacters.IsBlank(source.Chars[i]); i++)
        {
            var character = source.Chars[i];
            if (character is '+' or '-' && _chomping == '\0') _chomping = character;
            else if (character is >= '1' and <= '9' && _explicitIndent == 0) _explicitIndent = character - '0';
            else throw new SpecSyntaxException(i, i + 1, $"Found '{SpecCharacter.Show(character)}' behind '{source.Chars[offset]}'; expected '+' or '-', a digit from 1 to 9, or the end of the line");
        }

        i = source.SkipBlanks(i, lineEnd);
        if (!source.IsEndOrComment(i, lineEnd)) throw new SpecSyntaxException(i, lineEnd, "Text stands behind the beginning of a block scalar; expected it on the next line");
    }

    private int DetectIndent(int line)
    {
        var widest = 0;
        var widestLine = line;
        for (; line < region.EndLine; line++)
        {
            var spaces = Spaces(line);
            if (IsEmpty(line, spaces, region.Indent))
            {
                if (spaces > widest) (widest, widestLine) = (spaces, line);
                continue;
            }

            if (spaces <= region.Indent) break;
            if (widest > spaces)
                throw new SpecSyntaxException(_lines.Start(widestLine), _lines.End(widestLine), "An empty line has more spaces than the first line of its block scalar; expected as many or fewer");
            return spaces;
        }

        return Math.Max(widest, region.Indent + 1);
    }

    /// <returns>The offset behind the last line of the value.</returns>
    private int ReadLines(int header, int indent)
    {
        var end = _lines.End(header);
        var breaks = 0;
        var lastBreak = 0;
        var wasIndentedMore = false;
        var line = header + 1;
        for (; line < region.EndLine; line++)
        {
            var spaces = Math.Min(Spaces(line), indent);
            var start = _lines.Start(line) + spaces;
            if (IsEmpty(line, spaces, indent - 1))
            {
                if (_lines.HasBreak(line)) breaks++;
                continue;
            }

            if (spaces < indent) break;
            var isIndentedMore = YamlCharacters.IsBlank(source.Chars[start]);
            if (_isFolded && lastBreak > 0 && !wasIndentedMore && !isIndentedMore) YamlPlain.Fold(_value, breaks);
            else _value.Append('\n', lastBreak + breaks);
            wasIndentedMore = isIndentedMore;
            end = _lines.End(line);
            AppendLine(start, end);
            lastBreak = _lines.HasBreak(line) ? 1 : 0;
            breaks = 0;
        }

        RequireEnd(line);
        if (_chomping != '-') _value.Append('\n', lastBreak);
        if (_chomping == '+') _value.Append('\n', breaks);
        return end;
    }

    private void AppendLine(int start, int end)
    {
        for (var i = start; i < end; i++) YamlCharacters.RequireAllowed(source.Chars, i);
        _value.Append(source.Chars, start, end - start);
    }

    private void RequireEnd(int line)
    {
        var next = _lines.NextSignificant(line, region.EndLine);
        if (next < region.EndLine)
            throw new SpecSyntaxException(_lines.Content(next), _lines.End(next), "This line is indented less than the block scalar above, and more than its parent; expected as many spaces as of the one or the other");
    }

    private int Spaces(int line)
    {
        var start = _lines.Start(line);
        var end = _lines.End(line);
        var offset = start;
        while (offset < end && source.Chars[offset] == ' ') offset++;
        return offset - start;
    }

    /// <summary>Whether a line holds nothing: white space behind more than <paramref name="indent"/> spaces is content.</summary>
    private bool IsEmpty(int line, int spaces, int indent)
    {
        var end = _lines.End(line);
        var offset = _lines.Start(line) + spaces;
        return offset == end || (spaces <= indent && source.SkipBlanks(offset, end) == end);
    }
}
