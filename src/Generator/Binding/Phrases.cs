namespace Semel.Generator.Binding;

/// <summary>Looks for whole words in a text, whatever their case. A regular expression would cost more than the rest of a small binding.</summary>
internal static class Phrases
{
    public static bool HasAny(string text, params string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(text, phrase, 0) >= 0) return true;
        }

        return false;
    }

    /// <summary>Where the phrase stands as whole words, from <paramref name="start"/>; -1 where it doesn't.</summary>
    public static int Find(string text, string phrase, int start)
    {
        for (var at = start; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsEdge(text, at - 1) && IsEdge(text, at + phrase.Length)) return at;
        }

        return -1;
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
