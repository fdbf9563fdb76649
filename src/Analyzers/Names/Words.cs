using System.Text.RegularExpressions;

namespace Semel.Analyzers.Names;

/// <summary>The words of an identifier or of a segment of a path, in lower case.</summary>
internal static class Words
{
    private static readonly Regex Word = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant);

    public static List<string> Of(string name)
    {
        var words = new List<string>();
        foreach (Match match in Word.Matches(name)) words.Add(match.Value.ToLowerInvariant());
        return words;
    }

    /// <summary>The words of a method's name, without <c>Async</c> at the end.</summary>
    public static List<string> OfMethod(string name)
    {
        var words = Of(name);
        if (words.Count > 1 && words[words.Count - 1] == "async") words.RemoveAt(words.Count - 1);
        return words;
    }

    public static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word.Substring(0, word.Length - 3) + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) ? word.Substring(0, word.Length - 2)
        : word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 3 ? word.Substring(0, word.Length - 1)
        : word;

    public static bool Mentions(string name, params string[] parts)
    {
        foreach (var part in parts)
        {
            if (name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0) return true;
        }

        return false;
    }
}
