using System.Text.RegularExpressions;

namespace Semel.Generator.Binding;

/// <summary>Descriptions of a document as plain text.</summary>
internal static class Prose
{
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        text = Regex.Replace(text.Replace("\r\n", "\n").Replace('\r', '\n'), "<br\\s*/?>", "\n", RegexOptions.IgnoreCase).Trim();
        return text.Length == 0 ? null : text;
    }
}
