using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Documents;

/// <summary>A document's characters, its positions, and the bad syntax found in it.</summary>
internal sealed class SpecText
{
    public const int MaximumDepth = 512;

    private const char ByteOrderMark = '\uFEFF';
    private const int Kept = 1024;
    private const int LongestKept = 32;

    private readonly SourceText _source;

    /// <summary>Short texts recur, keys above all: those met last are kept, each at one place.</summary>
    private readonly string?[] _kept = new string?[Kept];
    private readonly SortedDictionary<int, DiagnosticInfo> _errors = [];

    public SpecText(string path, SourceText source)
    {
        Path = path;
        _source = source;
        Chars = new char[source.Length];
        source.CopyTo(0, Chars, 0, source.Length);
    }

    public string Path { get; }

    public char[] Chars { get; }

    public int Length => Chars.Length;

    /// <summary>Offset of the first character that is not a byte order mark.</summary>
    public int Begin => Length > 0 && Chars[0] == ByteOrderMark ? 1 : 0;

    public IReadOnlyList<DiagnosticInfo> Errors
    {
        get
        {
            lock (_errors) return [.. _errors.Values];
        }
    }

    [MethodImpl(FastLoop.Options)]
    public string Slice(int start, int end)
    {
        var chars = Chars.AsSpan(start, end - start);
        if (chars.Length > LongestKept) return chars.ToString();
        var hash = 0;
        foreach (var character in chars) hash = unchecked((hash * 31) + character);
        ref var place = ref _kept[hash & (Kept - 1)];
        return place is { } known && chars.SequenceEqual(known.AsSpan()) ? known : place = chars.ToString();
    }

    /// <summary>One-based, as people count, for messages.</summary>
    public int LineNumber(int offset) => _source.Lines.GetLineFromPosition(offset).LineNumber + 1;

    public LocationInfo Locate(int start, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        return new LocationInfo(Path, span, _source.Lines.GetLinePositionSpan(span));
    }

    public void Report(SpecSyntaxException error)
    {
        var start = Math.Min(error.Start, Length);
        var end = Math.Min(Math.Max(error.End, start), Length);
        var diagnostic = DiagnosticInfo.Create(DiagnosticCatalogue.DocumentUnreadable.Id, Locate(start, end), error.Message);
        lock (_errors)
        {
            if (!_errors.ContainsKey(start)) _errors.Add(start, diagnostic);
        }
    }
}
