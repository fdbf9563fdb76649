using System.Runtime.CompilerServices;

namespace Semel.Generator.Documents;

/// <summary>The index of a YAML document: where each line begins and how far it is indented.</summary>
internal sealed class YamlLines
{
    private const int Insignificant = -1;
    private const int LinesBetweenCancellationChecks = 4096;

    private readonly char[] _chars;
    private readonly List<int> _markers = [];
    private int[] _starts;
    private int[] _indents;

    private YamlLines(SpecText text)
    {
        _chars = text.Chars;
        _starts = new int[(text.Length / 24) + 16];
        _indents = new int[_starts.Length];
    }

    public int Count { get; private set; }

    /// <summary>Lines that begin with <c>---</c> or <c>...</c>.</summary>
    public IReadOnlyList<int> Markers => _markers;

    /// <summary>Offset of its first character; of the line behind the last one, the document's end.</summary>
    public int Start(int line) => line < Count ? _starts[line] : _chars.Length;

    /// <summary>Offset of its line break.</summary>
    public int End(int line)
    {
        var end = Start(line + 1);
        if (end > _starts[line] && _chars[end - 1] == '\n') end--;
        if (end > _starts[line] && _chars[end - 1] == '\r') end--;
        return end;
    }

    public bool HasBreak(int line) => End(line) < Start(line + 1);

    /// <summary>The spaces at its beginning. Asked of significant lines only.</summary>
    public int Indent(int line) => _indents[line];

    /// <summary>Whether it holds more than white space or a comment, as far as can be said without what stands above it.</summary>
    public bool IsSignificant(int line) => _indents[line] != Insignificant;

    public int Content(int line) => _starts[line] + _indents[line];

    public int Column(int line, int offset) => offset - _starts[line];

    [MethodImpl(FastLoop.Options)]
    public int NextSignificant(int line, int endLine)
    {
        while (line < endLine && _indents[line] == Insignificant) line++;
        return line;
    }

    /// <summary>The first significant line that is indented by <paramref name="indent"/> or less.</summary>
    [MethodImpl(FastLoop.Options)]
    public int NextAtMost(int indent, int line, int endLine)
    {
        while (line < endLine && (_indents[line] == Insignificant || _indents[line] > indent)) line++;
        return line;
    }

    public static YamlLines Build(SpecText text, CancellationToken cancellationToken)
    {
        var lines = new YamlLines(text);
        lines.Scan(text.Begin, cancellationToken);
        return lines;
    }

    [MethodImpl(FastLoop.Options)]
    private void Scan(int start, CancellationToken cancellationToken)
    {
        var chars = _chars;
        while (start < chars.Length)
        {
            if (Count % LinesBetweenCancellationChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            if (Count == _starts.Length) Grow();
            var i = start;
            while (i < chars.Length && chars[i] == ' ') i++;
            _starts[Count] = start;
            _indents[Count] = IsBlankOrComment(i) ? Insignificant : i - start;
            if (IsMarker(start)) _markers.Add(Count);
            Count++;
            start = NextLine(i);
        }
    }

    [MethodImpl(FastLoop.Options)]
    private int NextLine(int offset)
    {
        var found = _chars.AsSpan(offset).IndexOfAny('\n', '\r');
        if (found < 0) return _chars.Length;
        offset += found;
        return _chars[offset] == '\r' && offset + 1 < _chars.Length && _chars[offset + 1] == '\n' ? offset + 2 : offset + 1;
    }

    [MethodImpl(FastLoop.Options)]
    private bool IsBlankOrComment(int offset)
    {
        while (offset < _chars.Length && _chars[offset] is '\t' or ' ') offset++;
        return offset == _chars.Length || _chars[offset] is '\n' or '\r' or '#';
    }

    [MethodImpl(FastLoop.Options)]
    private bool IsMarker(int start)
    {
        if (start + 3 > _chars.Length || _chars[start] is not ('-' or '.')) return false;
        if (_chars[start + 1] != _chars[start] || _chars[start + 2] != _chars[start]) return false;
        return start + 3 == _chars.Length || _chars[start + 3] is ' ' or '\t' or '\n' or '\r';
    }

    private void Grow()
    {
        Array.Resize(ref _starts, _starts.Length * 2);
        Array.Resize(ref _indents, _indents.Length * 2);
    }
}
