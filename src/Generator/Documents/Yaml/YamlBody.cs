namespace Semel.Generator.Documents;

/// <summary>The one document of a stream: what its directives say, and where its content stands.</summary>
internal sealed class YamlBody
{
    private const int MarkerLength = 3;
    private readonly SpecText _text;
    private readonly YamlLines _lines;

    private YamlBody(SpecText text, YamlLines lines)
    {
        _text = text;
        _lines = lines;
        Directives = new YamlDirectives(text);
    }

    public YamlDirectives Directives { get; }

    public int Start { get; private set; }

    public int Line { get; private set; }

    /// <summary>The line behind its last one.</summary>
    public int EndLine { get; private set; }

    /// <summary>Whether it begins behind <c>---</c>, where no block collection can begin.</summary>
    public bool IsBehindMarker { get; private set; }

    public static YamlBody Find(SpecText text, YamlLines lines)
    {
        var body = new YamlBody(text, lines);
        body.FindStart();
        body.FindEnd();
        return body;
    }

    private void FindStart()
    {
        var line = SkipEndMarkers(_lines.NextSignificant(0, _lines.Count));
        while (line < _lines.Count && _text.Chars[_lines.Start(line)] == '%')
        {
            Directives.Read(_lines.Start(line), _lines.End(line));
            line = _lines.NextSignificant(line + 1, _lines.Count);
        }

        IsBehindMarker = IsMarker(line, '-');
        if (Directives.Any && !IsBehindMarker) throw Error(line, "Directives are not followed by a document; expected '---'");
        Line = line;
        Start = _lines.Start(line) + (IsBehindMarker ? MarkerLength : 0);
    }

    private void FindEnd()
    {
        EndLine = _lines.Count;
        foreach (var marker in _lines.Markers)
        {
            if (marker < Line || (marker == Line && IsBehindMarker)) continue;
            EndLine = marker;
            break;
        }

        var next = SkipEndMarkers(EndLine);
        if (next < _lines.Count) _text.Report(Error(next, "A second document begins; expected one document in a file"));
    }

    private int SkipEndMarkers(int line)
    {
        while (IsMarker(line, '.'))
        {
            RequireNothingBehind(line);
            line = _lines.NextSignificant(line + 1, _lines.Count);
        }

        return line;
    }

    private void RequireNothingBehind(int line)
    {
        var offset = _lines.Start(line) + MarkerLength;
        var end = _lines.End(line);
        while (offset < end && YamlCharacters.IsBlank(_text.Chars[offset])) offset++;
        if (offset < end && _text.Chars[offset] != '#') throw new SpecSyntaxException(offset, end, "Text stands behind '...'; expected the end of the line");
    }

    private bool IsMarker(int line, char character) =>
        line < _lines.Count && _text.Chars[_lines.Start(line)] == character && _lines.Markers.Contains(line);

    private SpecSyntaxException Error(int line, string message) =>
        new(_lines.Start(line), line < _lines.Count ? _lines.End(line) : _lines.Start(line), message);
}
