namespace Semel.Generator.Documents;

/// <summary>What every node of a YAML document needs to read itself.</summary>
internal sealed class YamlSource
{
    public YamlSource(SpecText text, YamlLines lines, YamlBody body)
    {
        Text = text;
        Lines = lines;
        Directives = body.Directives;
        var place = body.IsBehindMarker ? YamlPlace.Value : YamlPlace.Compact;
        Root = new YamlNode(this, new YamlRegion(body.Start, body.Line, body.EndLine, Indent: -1, place, Depth: 0));
        Anchors = new YamlAnchors(this);
    }

    public SpecText Text { get; }

    public YamlLines Lines { get; }

    public YamlDirectives Directives { get; }

    public YamlAnchors Anchors { get; }

    public YamlNode Root { get; }

    public char[] Chars => Text.Chars;

    /// <summary>Whether the character at an offset is white space or no character of that line at all.</summary>
    public bool IsBlankOrEnd(int offset, int lineEnd) => offset >= lineEnd || YamlCharacters.IsBlank(Chars[offset]);

    public int SkipBlanks(int offset, int lineEnd)
    {
        while (offset < lineEnd && YamlCharacters.IsBlank(Chars[offset])) offset++;
        return offset;
    }

    /// <summary>Over anchors and tags, unread, and the white space behind them.</summary>
    public int SkipProperties(int offset, int lineEnd)
    {
        while (offset < lineEnd && Chars[offset] is '&' or '!')
        {
            while (!IsBlankOrEnd(offset, lineEnd)) offset++;
            offset = SkipBlanks(offset, lineEnd);
        }

        return offset;
    }

    /// <summary>Whether nothing but a comment begins at this offset, which stands behind white space or at a line's beginning.</summary>
    public bool IsEndOrComment(int offset, int lineEnd) => offset >= lineEnd || Chars[offset] == '#';

    /// <summary>Whether an indicator (- ? :) begins a part of a block collection here.</summary>
    public bool IsBlockIndicator(char indicator, int offset, int lineEnd) =>
        offset < lineEnd && Chars[offset] == indicator && IsBlankOrEnd(offset + 1, lineEnd);
}
