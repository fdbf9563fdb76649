using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel.Generator.Emit;

/// <summary>The only way from foreign text into generated code: string literals, XML documentation and identifiers.</summary>
internal static class Literals
{
    /// <summary>A C# string literal on one line, or <c>null</c>.</summary>
    public static string String(string? value)
    {
        if (value is null) return "null";
        if (IsPlain(value, '"', '\\', '"')) return "\"" + value + "\"";
        var literal = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (IsPair(value, i)) literal.Append(value[i]).Append(value[++i]);
            else AppendEscaped(literal, value[i]);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text between XML tags on one line of a documentation comment: escaped, unprintable characters dropped, line ends made spaces.</summary>
    public static string XmlText(string value)
    {
        if (IsPlain(value, '&', '<', '>')) return value;
        var xml = new StringBuilder(value.Length + 16);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (IsPair(value, i)) xml.Append(c).Append(value[++i]);
            else if (IsLineEnd(c) || c == '\t') xml.Append(' ');
            else if (c == '&') xml.Append("&amp;");
            else if (c == '<') xml.Append("&lt;");
            else if (c == '>') xml.Append("&gt;");
            else if (IsPrintable(c)) xml.Append(c);
        }

        return xml.ToString();
    }

    /// <summary>The name as C# writes it: cleaned, and with <c>@</c> in front of a keyword.</summary>
    public static string Identifier(string name)
    {
        var clean = CleanIdentifier(name);
        return SyntaxFacts.GetKeywordKind(clean) == SyntaxKind.None ? clean : "@" + clean;
    }

    /// <summary>The name without what C# doesn't allow in one; keywords stay as they are.</summary>
    public static string CleanIdentifier(string name)
    {
        if (IsAsciiIdentifier(name)) return name;
        var clean = new StringBuilder(name.Length + 1);
        foreach (var c in name)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            clean.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        if (clean.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(clean[0])) clean.Insert(0, '_');
        return clean.ToString();
    }

    /// <summary>A dotted namespace of cleaned and escaped names.</summary>
    public static string Namespace(string value) => string.Join(".", value.Split('.').Select(Identifier));

    public static bool IsLineEnd(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v';

    /// <summary>Printable ASCII without three characters: as most texts are.</summary>
    private static bool IsPlain(string value, char first, char second, char third)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~' || c == first || c == second || c == third) return false;
        }

        return true;
    }

    private static bool IsAsciiIdentifier(string name)
    {
        if (name.Length == 0 || name[0] is >= '0' and <= '9') return false;
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')) return false;
        }

        return true;
    }

    private static bool IsPair(string value, int index) =>
        char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]);

    private static void AppendEscaped(StringBuilder literal, char c)
    {
        if (c is '"' or '\\') literal.Append('\\').Append(c);
        else if (c == '\n') literal.Append("\\n");
        else if (c == '\r') literal.Append("\\r");
        else if (c == '\t') literal.Append("\\t");
        else if (IsPrintable(c)) literal.Append(c);
        else literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
    }

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~' || char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
