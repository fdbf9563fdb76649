using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Semel.Generator.Documents;

/// <summary>The value of a JSON string.</summary>
internal static class JsonString
{
    /// <param name="start">Offset of the opening quote.</param>
    /// <param name="end">Offset behind the closing quote.</param>
    [MethodImpl(FastLoop.Options)]
    public static string Decode(SpecText text, int start, int end)
    {
        var content = text.Chars.AsSpan(start + 1, end - start - 2);
        var escaped = false;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] < ' ')
                throw new SpecSyntaxException(start + 1 + i, start + 2 + i, $"A string holds {SpecCharacter.Show(content[i])}; expected control characters as escapes");
            escaped |= content[i] == '\\';
        }

        return escaped ? Unescape(text, start + 1, end - 1) : text.Slice(start + 1, end - 1);
    }

    [MethodImpl(FastLoop.Options)]
    private static string Unescape(SpecText text, int start, int end)
    {
        var chars = text.Chars;
        var value = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (chars[i] != '\\')
            {
                value.Append(chars[i]);
                continue;
            }

            i++;
            if (chars[i] == 'u')
            {
                value.Append(ReadUnicode(text, i - 1, end, ref i));
                continue;
            }

            value.Append(Simple(chars[i]) ?? throw new SpecSyntaxException(i - 1, i + 1, $"'\\{SpecCharacter.Show(chars[i])}' is no escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"));
        }

        return value.ToString();
    }

    private static char? Simple(char escape) => escape switch
    {
        '"' or '\\' or '/' => escape,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    /// <summary>One code unit, or a pair of surrogates.</summary>
    private static string ReadUnicode(SpecText text, int escape, int end, ref int last)
    {
        var unit = ReadHex(text, escape, end);
        last = escape + 5;
        if (!char.IsSurrogate(unit)) return unit.ToString();
        var next = escape + 6;
        if (char.IsHighSurrogate(unit) && next + 1 < end && text.Chars[next] == '\\' && text.Chars[next + 1] == 'u')
        {
            var low = ReadHex(text, next, end);
            last = next + 5;
            if (char.IsLowSurrogate(low)) return new string([unit, low]);
        }

        throw new SpecSyntaxException(escape, escape + 6, "Half of a surrogate pair stands alone; expected a high one and then a low one");
    }

    private static char ReadHex(SpecText text, int escape, int end)
    {
        if (escape + 6 <= end && ushort.TryParse(text.Slice(escape + 2, escape + 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return (char)unit;
        throw new SpecSyntaxException(escape, Math.Min(escape + 6, end), "'\\u' is not complete; expected four hexadecimal digits");
    }
}
