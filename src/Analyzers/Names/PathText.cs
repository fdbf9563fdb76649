using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Names;

/// <summary>The address that a POST goes to, as far as the source shows it; <c>{}</c> stands for what it doesn't.</summary>
internal sealed class PathText(string text)
{
    /// <summary>What stands for a value that isn't known.</summary>
    public const string Hole = "{}";

    private readonly string[] _segments = SegmentsOf(text);

    public string Text => text;

    /// <summary>Whether not a single word of it is known.</summary>
    public bool IsUnknown => _segments.All(segment => segment == Hole);

    private string? Last => _segments.LastOrDefault(segment => segment != Hole);

    /// <summary>Whether the last segment is the collection that a noun is of: <c>/dns/records</c> and <c>record</c>.</summary>
    public bool Names(List<string> nouns)
    {
        if (Last is null || nouns.Count == 0) return false;
        var words = Words.Of(Last).Select(Words.Singular).ToList();
        return words.Count > 0 && (nouns.Contains(words[words.Count - 1]) || nouns.Any(noun => Last == noun + "s") || string.Concat(nouns) == string.Concat(words));
    }

    /// <summary>Whether it looks like what is created: a noun is in it, or it ends in a collection or in a word that creates. <c>/text/summarize</c> doesn't.</summary>
    public bool Suggests(List<string> nouns)
    {
        if (Last is null) return true;
        var words = Words.Of(Last);
        if (words.Count == 0 || CreateWords.Verbs.Any(verb => Last.StartsWith(verb, StringComparison.Ordinal)) || words[0] is "new" or "add" || IsPlural(words[words.Count - 1])) return true;
        return _segments.SelectMany(Words.Of).Select(Words.Singular).Any(word => nouns.Any(noun => noun == word || word.Length > 3 && word.StartsWith(noun, StringComparison.Ordinal)));
    }

    private static bool IsPlural(string word) => word.Length > 2 && word[word.Length - 1] == 's' && word[word.Length - 2] is not ('s' or 'u' or 'i');

    /// <summary>False where the address says that no resource is created.</summary>
    public bool MayCreate(bool named)
    {
        if (Last is null) return true;
        if (_segments.Any(segment => CreateWords.RpcSegments.Contains(segment))) return false;
        var last = Last.ToLowerInvariant();
        var colon = last.IndexOf(':');
        if (colon > 0 && !last.Contains(Hole)) return false;
        if (CreateWords.HarmlessSegments.Contains(last)) return false;
        return named || !Words.Of(last).Select(Words.Singular).Any(CreateWords.Notices.Contains);
    }

    private static string[] SegmentsOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var slash = text.IndexOf('/', scheme + 3);
            text = slash < 0 ? "" : text.Substring(slash);
        }

        var end = text.IndexOfAny(['?', '#']);
        if (end >= 0) text = text.Substring(0, end);
        return [.. text.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Select(Segment)];
    }

    /// <summary>Without an extension, and a hole where it holds one; <c>tickets.json</c> is <c>tickets</c>.</summary>
    private static string Segment(string segment)
    {
        if (segment.Contains("{")) return Hole;
        var dot = segment.LastIndexOf('.');
        return (dot > 0 ? segment.Substring(0, dot) : segment).Trim().ToLowerInvariant();
    }
}
