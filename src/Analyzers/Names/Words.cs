namespace Semel.Analyzers.Names;

/// <summary>The words of an identifier or of a segment of a path, in lower case.</summary>
internal static class Words
{
    /// <summary>Runs of digits, of small letters with a capital in front, and of capitals: <c>PostHTTPAsync2</c> is four. By hand, for every call of a program is asked for its words.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        for (var start = 0; start < name.Length;)
        {
            var end = EndOfWord(name, start);
            if (end > start) words.Add(name.Substring(start, end - start).ToLowerInvariant());
            start = Math.Max(end, start + 1);
        }

        return words;
    }

    private static int EndOfWord(string name, int start)
    {
        if (IsDigit(name[start])) return Run(name, start, IsDigit);
        var capitals = Run(name, start, IsCapital);
        var isCapital = capitals > start;
        if (isCapital && (capitals == name.Length || !IsSmall(name[capitals]))) return capitals;

        // the last capital belongs to the small letters behind it
        return capitals - start > 1 ? capitals - 1 : Run(name, capitals, IsSmall);
    }

    private static int Run(string name, int start, Func<char, bool> isOf)
    {
        while (start < name.Length && isOf(name[start])) start++;
        return start;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsCapital(char character) => character is >= 'A' and <= 'Z';

    private static bool IsSmall(char character) => character is >= 'a' and <= 'z';

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
