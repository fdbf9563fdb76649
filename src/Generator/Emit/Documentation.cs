using System.Text;

namespace Semel.Generator.Emit;

/// <summary>Writes documentation comments from the document's plain text or Markdown.</summary>
internal static class Documentation
{
    /// <summary>The first paragraph as summary, the others and <paramref name="more"/> (XML) as remarks.</summary>
    public static void Describe(SourceWriter writer, string? text, string fallback, params string[] more)
    {
        var paragraphs = Paragraphs(text);
        Element(writer, "summary", paragraphs.Count > 0 ? paragraphs[0] : fallback);
        if (paragraphs.Count > 1 || more.Length > 0) Remarks(writer, [.. paragraphs.Skip(1), .. more]);
    }

    /// <summary>Paragraphs of XML as remarks; nothing where there are none.</summary>
    public static void Remarks(SourceWriter writer, IReadOnlyList<string> paragraphs)
    {
        if (paragraphs.Count == 0) return;
        writer.Line("/// <remarks>");
        foreach (var paragraph in paragraphs) Element(writer, "para", paragraph);
        writer.Line("/// </remarks>");
    }

    public static void Parameter(SourceWriter writer, string name, string? text, string fallback)
    {
        var paragraphs = Paragraphs(text);
        Element(writer, "param", paragraphs.Count > 0 ? string.Join(" ", paragraphs) : fallback, $" name=\"{name}\"");
    }

    /// <summary>An element with XML content: on one line where it fits, else wrapped.</summary>
    public static void Element(SourceWriter writer, string name, string xml, string attributes = "")
    {
        if ("/// <></>".Length + (2 * name.Length) + attributes.Length + xml.Length <= writer.Room)
        {
            writer.Pieces("/// <", name, attributes, ">", xml, $"</{name}>");
            return;
        }

        writer.Pieces("/// <", name, attributes, ">");
        Wrap(writer, xml, Math.Max(40, writer.Room - 4));
        writer.Pieces("/// </", name, ">");
    }

    /// <summary>XML paragraphs of a text: split at blank lines, list items, table rows and headings; code spans become <c>c</c> elements.</summary>
    public static IReadOnlyList<string> Paragraphs(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        if (IsOneLine(text!)) return Xml(Line(text!)) is { Length: > 0 } only ? [only] : [];
        var paragraphs = new List<string>();
        var current = new StringBuilder();
        foreach (var line in Lines(text!).Append(""))
        {
            if (line.Length == 0 || StartsAnew(line)) Flush(current, paragraphs);
            if (line.Length == 0) continue;
            if (current.Length > 0) current.Append(' ');
            current.Append(line);
        }

        return paragraphs;
    }

    private static bool IsOneLine(string text)
    {
        foreach (var c in text) if (Literals.IsLineEnd(c)) return false;
        return true;
    }

    private static string Xml(string text) => CodeSpans(Literals.XmlText(text)).Trim();

    private static void Flush(StringBuilder current, List<string> paragraphs)
    {
        var xml = Xml(current.ToString());
        if (xml.Length > 0) paragraphs.Add(xml);
        current.Clear();
    }

    private static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Literals.IsLineEnd(text[i])) continue;
            if (i > start || i == 0 || text[i - 1] != '\r') yield return Line(text.Substring(start, i - start));
            start = i + 1;
        }
    }

    private static string Line(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.StartsWith("```", StringComparison.Ordinal)) return "";
        return trimmed.StartsWith("#", StringComparison.Ordinal) ? trimmed.TrimStart('#').TrimStart() : trimmed;
    }

    private static bool StartsAnew(string line)
    {
        if (line[0] == '|' || (line.Length > 1 && line[0] is '-' or '*' or '+' && line[1] == ' ')) return true;
        var digits = 0;
        while (digits < line.Length && char.IsDigit(line[digits])) digits++;
        return digits is > 0 and < 4 && line.Length > digits + 1 && line[digits] == '.' && line[digits + 1] == ' ';
    }

    private static string CodeSpans(string xml)
    {
        if (xml.IndexOf('`') < 0) return xml;
        var parts = xml.Split('`');
        if (parts.Length < 3 || parts.Length % 2 == 0) return xml;
        var spans = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Length; i += 2)
        {
            spans.Append(parts[i].Length == 0 ? "``" : $"<c>{parts[i]}</c>").Append(parts[i + 1]);
        }

        return spans.ToString();
    }

    /// <summary>Lines that end at spaces: neither tags nor short code spans are broken.</summary>
    private static void Wrap(SourceWriter writer, string xml, int width)
    {
        const int longestSpan = 60;
        var (line, end) = (0, 0);
        for (var i = 0; i <= xml.Length; i++)
        {
            if (i < xml.Length && xml[i] == '<')
            {
                var close = xml.IndexOf("</c>", i, StringComparison.Ordinal);
                var isSpan = close > 0 && close - i < longestSpan && string.CompareOrdinal(xml, i, "<c>", 0, 3) == 0;
                i = isSpan ? close + 3 : Math.Max(i, xml.IndexOf('>', i));
            }
            else if (i == xml.Length || xml[i] == ' ')
            {
                if (end > line && i - line > width)
                {
                    writer.Piece("/// ", xml, line, end);
                    for (line = end; xml[line] == ' ';) line++;
                }

                if (i == xml.Length || xml[i - 1] != ' ') end = i;
            }
        }

        if (end > line) writer.Piece("/// ", xml, line, end);
    }
}
