namespace Semel.Generator.Binding;

/// <summary>English plurals, as far as paths and properties of APIs use them.</summary>
internal static class Noun
{
    private static readonly string[] Invariable =
        ["dns", "nfs", "aws", "gas", "cors", "sms", "tls", "https", "kubernetes", "series", "species", "news", "lens", "os", "ios", "redis", "data"];

    private static readonly (string Plural, string Singular)[] Irregular =
        [("people", "person"), ("children", "child"), ("indices", "index"), ("vertices", "vertex"), ("aliases", "alias"), ("statuses", "status"), ("caches", "cache"), ("analyses", "analysis"),
            ("shelves", "shelf"), ("leaves", "leaf"), ("halves", "half")];

    public static string Singular(string word)
    {
        if (Invariable.Contains(word)) return word;
        foreach (var (plural, singular) in Irregular) if (word == plural) return singular;
        if (word.Length > 4 && Ends(word, "ies")) return word.Substring(0, word.Length - 3) + "y";
        if (Ends(word, "sses") || Ends(word, "shes") || Ends(word, "ches") || Ends(word, "xes")) return word.Substring(0, word.Length - 2);
        if (word.Length < 3 || Ends(word, "ss") || Ends(word, "us") || Ends(word, "is")) return word;
        return Ends(word, "s") ? word.Substring(0, word.Length - 1) : word;
    }

    /// <summary>The words with the last one in the singular.</summary>
    public static IReadOnlyList<string> Singular(IReadOnlyList<string> words) =>
        words.Count > 0 && Singular(words[words.Count - 1]) is var last && last != words[words.Count - 1] ? [.. words.Take(words.Count - 1), last] : words;

    /// <summary>Whether <paramref name="plural"/> is the plural of <paramref name="singular"/>: <c>names</c> and <c>name</c>.</summary>
    public static bool IsPluralOf(string plural, string singular) =>
        !Words.Same(plural, singular) && Words.One(plural) == Words.Flat(singular);

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);
}
