using System.Text;

namespace Semel.Generator.Documents;

/// <summary>A plain scalar, folded over its lines.</summary>
/// <param name="indent">Inside a flow collection: what its lines are indented further than. Elsewhere the region sees to that.</param>
internal sealed class YamlPlain(YamlSource source, int endLine, bool inFlow = false, int indent = -1)
{
    private const string Reserved = ",[]{}#&*!|>'\"%@`";
    private readonly YamlLines _lines = source.Lines;

    /// <summary>Steps behind the scalar; what stops it is for the caller to judge.</summary>
    public string Read(ref int offset, ref int line)
    {
        var end = FindEnd(offset, line);
        var first = source.Text.Slice(offset, end);
        var next = FindContinuation(end, line, out var start);
        offset = end;
        if (next < 0) return first;

        var value = new StringBuilder(first);
        while (next >= 0)
        {
            Fold(value, next - line - 1);
            end = FindEnd(start, next);
            value.Append(source.Chars, start, end - start);
            offset = end;
            line = next;
            next = FindContinuation(end, line, out start);
        }

        return value.ToString();
    }

    public static void Fold(StringBuilder value, int emptyLines)
    {
        if (emptyLines == 0) value.Append(' ');
        else value.Append('\n', emptyLines);
    }

    public static int FindEndOnLine(YamlSource source, int start, int lineEnd, bool inFlow)
    {
        var i = start;
        while (i < lineEnd)
        {
            var character = source.Chars[i];
            if (character == ':' && EndsKey(source, i, lineEnd, inFlow)) break;
            if (character == '#' && i > start && YamlCharacters.IsBlank(source.Chars[i - 1])) break;
            if (inFlow && YamlCharacters.IsFlowIndicator(character)) break;
            i++;
        }

        while (i > start && YamlCharacters.IsBlank(source.Chars[i - 1])) i--;
        return i;
    }

    /// <summary>Whether the colon at an offset ends a plain key.</summary>
    public static bool EndsKey(YamlSource source, int colon, int lineEnd, bool inFlow) =>
        source.IsBlankOrEnd(colon + 1, lineEnd) || (inFlow && YamlCharacters.IsFlowIndicator(source.Chars[colon + 1]));

    public static void RequireStart(YamlSource source, int offset, int lineEnd, bool inFlow)
    {
        var first = source.Chars[offset];
        var isIndicator = Reserved.IndexOf(first) >= 0 || (first is '-' or '?' or ':' && EndsKey(source, offset, lineEnd, inFlow));
        if (isIndicator) throw new SpecSyntaxException(offset, offset + 1, $"Found '{first}', which begins no value; expected a value, or quotes around it");
    }

    private int FindEnd(int start, int line)
    {
        var end = FindEndOnLine(source, start, _lines.End(line), inFlow);
        for (var i = start; i < end; i++) YamlCharacters.RequireAllowed(source.Chars, i);
        return end;
    }

    /// <summary>The line that continues the scalar, or -1.</summary>
    private int FindContinuation(int end, int line, out int start)
    {
        start = end;
        if (source.SkipBlanks(end, _lines.End(line)) < _lines.End(line)) return -1;
        for (var next = line + 1; next < endLine; next++)
        {
            var lineEnd = _lines.End(next);
            start = source.SkipBlanks(_lines.Start(next), lineEnd);
            if (start < lineEnd) return Continues(start, next, lineEnd) ? next : -1;
        }

        return -1;
    }

    private bool Continues(int start, int line, int lineEnd)
    {
        var first = source.Chars[start];
        if (first == '#' || (first == ':' && EndsKey(source, start, lineEnd, inFlow))) return false;
        return !inFlow || (!YamlCharacters.IsFlowIndicator(first) && _lines.Indent(line) > indent);
    }
}
