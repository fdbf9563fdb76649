using System.Globalization;
using System.Text;

namespace Semel.Generator.Documents;

/// <summary>Escapes in double quotes.</summary>
internal static class YamlEscape
{
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>Appends what the escape at <paramref name="offset"/> means.</summary>
    /// <returns>The offset behind it.</returns>
    public static int Read(SpecText text, int offset, int lineEnd, StringBuilder value)
    {
        var escape = text.Chars[offset + 1];
        var digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0) return ReadCodePoint(text, offset, digits, lineEnd, value);
        value.Append(Simple(escape) ?? throw new SpecSyntaxException(offset, offset + 2, $"'\\{SpecCharacter.Show(escape)}' is no escape; expected one that YAML knows, or '\\\\' for a backslash"));
        return offset + 2;
    }

    private static char? Simple(char escape) => escape switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\x1B',
        ' ' or '"' or '/' or '\\' => escape,
        'N' => '\x85',
        '_' => '\xA0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => null,
    };

    private static int ReadCodePoint(SpecText text, int offset, int digits, int lineEnd, StringBuilder value)
    {
        var end = offset + 2 + digits;
        var codePoint = ReadHex(text, offset, end, lineEnd);
        if (codePoint is >= 0xD800 and <= 0xDBFF && end + 1 < lineEnd && text.Chars[end] == '\\' && text.Chars[end + 1] == 'u')
        {
            var low = ReadHex(text, end, end + 6, lineEnd);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                value.Append((char)codePoint).Append((char)low);
                return end + 6;
            }
        }

        if (codePoint is (>= 0xD800 and <= 0xDFFF) or > LastCodePoint) throw new SpecSyntaxException(offset, end, "An escape is no character; expected a code point, or a pair of surrogates");
        value.Append(char.ConvertFromUtf32((int)codePoint));
        return end;
    }

    private static uint ReadHex(SpecText text, int offset, int end, int lineEnd)
    {
        if (end <= lineEnd && uint.TryParse(text.Slice(offset + 2, end), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)) return codePoint;
        throw new SpecSyntaxException(offset, Math.Min(end, lineEnd), $"An escape is not complete; expected {end - offset - 2} hexadecimal digits");
    }
}
