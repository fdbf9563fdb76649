namespace Semel.Generator.Binding;

/// <summary>Descriptions of a document as plain text.</summary>
internal static class Prose
{
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        text = WithLineBreaks(text.Replace("\r\n", "\n").Replace('\r', '\n')).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary><c>&lt;br&gt;</c>, <c>&lt;br/&gt;</c> and <c>&lt;br /&gt;</c> are line breaks.</summary>
    private static string WithLineBreaks(string text)
    {
        for (var at = 0; (at = text.IndexOf('<', at)) >= 0; at++)
        {
            if (string.Compare(text, at, "<br", 0, 3, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var end = at + 3;
            while (end < text.Length && (char.IsWhiteSpace(text[end]) || text[end] == '/')) end++;
            if (end < text.Length && text[end] == '>') text = text.Substring(0, at) + "\n" + text.Substring(end + 1);
        }

        return text;
    }
}
