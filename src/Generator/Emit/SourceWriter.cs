using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Emit;

/// <summary>Writes indented C# with <c>\n</c> newlines. A text of several lines is indented line by line.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;

    private readonly StringBuilder _text = new(16 * 1024);
    private int _depth;
    private bool _isInLine;

    /// <summary>What was written so far.</summary>
    public StringBuilder Text => _text;

    /// <summary>Columns that a line has left before column 120.</summary>
    public int Room => 120 - (_depth * IndentWidth);

    /// <summary>Writes <paramref name="text"/>, which may have several lines, at the present depth.</summary>
    public SourceWriter Line(string text = "")
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            Single(text, start, end);
            start = end + 1;
        }

        Single(text, start, text.Length);
        return this;
    }

    /// <summary>Writes the pieces of an interpolated text as they come: nothing is put together first.</summary>
    public SourceWriter Line([InterpolatedStringHandlerArgument("")] ref LineHandler line)
    {
        _text.Append('\n');
        _isInLine = false;
        return this;
    }

    /// <summary>Like <see cref="Line(string)"/>, one level deeper.</summary>
    public SourceWriter Indented(string text)
    {
        _depth++;
        Line(text);
        _depth--;
        return this;
    }

    /// <summary>Writes a header, if any, and opens its braces.</summary>
    public SourceWriter Open(string? header = null)
    {
        if (header is not null) Line(header);
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes the innermost braces.</summary>
    public SourceWriter Close(string suffix = "")
    {
        if (_depth == 0) throw new InvalidOperationException("No block is open.");
        _depth--;
        return Line("}" + suffix);
    }

    /// <summary>An empty line between members; none after an opening brace.</summary>
    public SourceWriter Gap()
    {
        if (!EndsWith("{\n") && !EndsWith("\n\n")) _text.Append('\n');
        return this;
    }

    public SourceText ToSourceText()
    {
        if (_depth != 0) throw new InvalidOperationException("A block is still open.");
        return SourceText.From(_text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public override string ToString() => _text.ToString();

    /// <summary>One line of several pieces, without a newline in them: nothing is put together first.</summary>
    public SourceWriter Pieces(string first, string second, string third, string fourth = "", string fifth = "", string sixth = "")
    {
        _text.Append(' ', _depth * IndentWidth).Append(first).Append(second).Append(third).Append(fourth).Append(fifth).Append(sixth).Append('\n');
        return this;
    }

    /// <summary>One line that ends with part of a text.</summary>
    public SourceWriter Piece(string first, string text, int start, int end)
    {
        _text.Append(' ', _depth * IndentWidth).Append(first).Append(text, start, end - start).Append('\n');
        return this;
    }

    /// <summary>Part of one or several lines, each of which is indented where it begins.</summary>
    private void Part(string text)
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            Part(text, start, end);
            _text.Append('\n');
            _isInLine = false;
            start = end + 1;
        }

        Part(text, start, text.Length);
    }

    private void Part(string text, int start, int end)
    {
        if (end == start) return;
        if (!_isInLine) _text.Append(' ', _depth * IndentWidth);
        _isInLine = true;
        _text.Append(text, start, end - start);
    }

    private void Single(string text, int start, int end)
    {
        if (end > start) _text.Append(' ', _depth * IndentWidth).Append(text, start, end - start);
        _text.Append('\n');
    }

    private bool EndsWith(string end)
    {
        if (_text.Length < end.Length) return false;
        for (var i = 0; i < end.Length; i++)
        {
            if (_text[_text.Length - end.Length + i] != end[i]) return false;
        }

        return true;
    }

    /// <summary>Takes the pieces of a line.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct LineHandler
    {
        private readonly SourceWriter _writer;

        /// <summary>As the compiler calls it.</summary>
        public LineHandler(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = literalLength + formattedCount; // the builder grows by itself
            _writer = writer;
        }

        public void AppendLiteral(string text) => _writer.Part(text);

        public void AppendFormatted(string? text) => _writer.Part(text ?? "");

        public void AppendFormatted(int number) => _writer.Part(number.ToString(CultureInfo.InvariantCulture));
    }
}
