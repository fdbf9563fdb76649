using System.Runtime.CompilerServices;

namespace Semel.Generator.Documents;

/// <summary>
/// Where each object and array ends, found in one pass that looks at brackets and quotes only. Containers are numbered in the order of their
/// opening brackets, so that the first container inside number n is n + 1, and <see cref="After"/>(n) is the first one behind it.
/// </summary>
internal sealed class JsonIndex
{
    private const int ContainersBetweenCancellationChecks = 4096;

    private int[] _ends;
    private int[] _after;
    private int _count;

    private JsonIndex(int capacity)
    {
        _ends = new int[capacity];
        _after = new int[capacity];
    }

    /// <summary>Offset of the closing bracket.</summary>
    public int End(int container) => _ends[container];

    public int After(int container) => _after[container];

    public static JsonIndex Build(SpecText text, CancellationToken cancellationToken)
    {
        var index = new JsonIndex((text.Length / 64) + 16);
        index.Scan(text, cancellationToken);
        return index;
    }

    [MethodImpl(FastLoop.Options)]
    private void Scan(SpecText text, CancellationToken cancellationToken)
    {
        var chars = text.Chars;
        var open = new OpenBrackets(text);
        for (var i = 0; i < chars.Length; i++)
        {
            switch (chars[i])
            {
                case '"':
                    i = SkipString(text, i);
                    break;
                case '{' or '[':
                    if (_count % ContainersBetweenCancellationChecks == 0) cancellationToken.ThrowIfCancellationRequested();
                    if (_count == _ends.Length) Grow();
                    open.Push(i, _count++);
                    break;
                case '}' or ']':
                    var container = open.Pop(i);
                    _ends[container] = i;
                    _after[container] = _count;
                    break;
            }
        }

        open.RequireNone();
    }

    private void Grow()
    {
        Array.Resize(ref _ends, _ends.Length * 2);
        Array.Resize(ref _after, _after.Length * 2);
    }

    /// <summary>From the opening quote to the closing one. A string ends on its line, so that a forgotten quote is seen where it is missing.</summary>
    [MethodImpl(FastLoop.Options)]
    public static int SkipString(SpecText text, int quote)
    {
        var chars = text.Chars;
        var i = quote + 1;
        while (i < chars.Length)
        {
            var found = chars.AsSpan(i).IndexOfAny('"', '\\', '\n');
            if (found < 0) break;
            i += found;
            if (chars[i] == '"') return i;
            if (chars[i] == '\n') throw NotClosed(quote, i);
            i += 2;
        }

        throw new SpecSyntaxException(quote, chars.Length, "A string is not closed and the document ends in it, so it may be cut off; expected '\"'");
    }

    private static SpecSyntaxException NotClosed(int quote, int end) =>
        new(quote, end, "A string is not closed; expected '\"' before the end of the line");

    private sealed class OpenBrackets(SpecText text)
    {
        private readonly int[] _offsets = new int[SpecText.MaximumDepth];
        private readonly int[] _containers = new int[SpecText.MaximumDepth];
        private int _depth;

        public void Push(int offset, int container)
        {
            if (_depth == SpecText.MaximumDepth)
                throw new SpecSyntaxException(offset, offset + 1, $"Objects and arrays are nested too deep; expected at most {SpecText.MaximumDepth} levels");
            _offsets[_depth] = offset;
            _containers[_depth++] = container;
        }

        public int Pop(int offset)
        {
            var found = text.Chars[offset];
            if (_depth == 0) throw new SpecSyntaxException(offset, offset + 1, $"'{found}' closes nothing; expected no more than was opened");
            var opening = _offsets[--_depth];
            if (Closing(opening) != found)
                throw new SpecSyntaxException(offset, offset + 1, $"Found '{found}'; expected '{Closing(opening)}' for the '{text.Chars[opening]}' in line {text.LineNumber(opening)}");
            return _containers[_depth];
        }

        public void RequireNone()
        {
            if (_depth == 0) return;
            var opening = _offsets[_depth - 1];
            throw new SpecSyntaxException(text.Length, text.Length, $"The document ends too early, so it may be cut off; expected '{Closing(opening)}' for the '{text.Chars[opening]}' in line {text.LineNumber(opening)}");
        }

        private char Closing(int opening) => text.Chars[opening] == '{' ? '}' : ']';
    }
}
