using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// What a resource of a whole document is called: by the words of their whole path, so that a path which is added renames none. What is the
/// same for every path is no word of it: versions, <c>api</c>, and what stands in front of a provider's own.
/// </summary>
internal static class ResourceNames
{
    private const string Provider = "providers";

    private static readonly HashSet<string> Prefixes = new(StringComparer.OrdinalIgnoreCase) { "api", "apis", "rest" };

    public static string Of(string path)
    {
        var own = Own(path);
        var last = own.FindLastIndex(segment => segment.Words.Count > 0);
        var words = new List<string>();
        for (var i = 0; i <= last; i++)
        {
            // /droplets/{id}/actions are the actions of a droplet
            var isOne = i < last && own[i + 1].Words.Count == 0;
            Append(words, isOne ? Noun.Singular(own[i].Words) : own[i].Words);
        }

        // the verb of a path that creates
        if (words.Count > 1 && words[words.Count - 1] == "create") words.RemoveAt(words.Count - 1);
        return Words.Pascal(words);
    }

    /// <summary>The segments that are the path's own, versions left out.</summary>
    public static List<(string Text, IReadOnlyList<string> Words)> Own(string path)
    {
        var segments = PathTable.Segments(path).Select(Segment).ToList();
        var own = segments.Skip(Start(segments)).Where(segment => !IsVersion(segment.Text)).ToList();
        return own.TrueForAll(segment => segment.Words.Count == 0) ? segments : own;
    }

    /// <summary>A name for a path whose name another one keeps, by all the words that are left out of that: its versions and its parameters.</summary>
    public static string Distinguished(string path, string name)
    {
        var segments = PathTable.Segments(path);
        var parameters = string.Concat(segments.Select(PathTable.Parameter).OfType<string>().Select(Words.Pascal));
        return name + string.Concat(segments.Where(IsVersion).Select(Words.Pascal)) + (parameters.Length > 0 ? "By" + parameters : "");
    }

    /// <summary>The words behind those that are there already: a network's <c>network_rules</c> are <c>NetworkRules</c>.</summary>
    private static void Append(List<string> words, IReadOnlyList<string> next)
    {
        for (var shared = Math.Min(words.Count, next.Count - 1); shared > 0; shared--)
        {
            if (!words.Skip(words.Count - shared).SequenceEqual(next.Take(shared))) continue;
            words.AddRange(next.Skip(shared));
            return;
        }

        words.AddRange(next);
    }

    private static int Start(List<(string Text, IReadOnlyList<string> Words)> segments)
    {
        // Azure: …/providers/Microsoft.Compute/virtualMachines
        var provider = segments.FindLastIndex(segment => segment.Text == Provider);
        if (provider >= 0 && provider < segments.Count - 2 && segments[provider + 1].Text.IndexOf('.') > 0) return provider + 2;
        var start = 0;
        while (start < segments.Count && (segments[start].Words.Count == 0 || Prefixes.Contains(segments[start].Text) || IsVersion(segments[start].Text))) start++;
        return start;
    }

    /// <summary><c>v2</c>, <c>v1beta1</c>, <c>3</c>, <c>2010-04-01</c>.</summary>
    private static bool IsVersion(string segment)
    {
        if (segment.Length == 0) return false;
        var digits = segment[0] is 'v' or 'V' && segment.Length > 1 ? segment.Substring(1) : segment;
        return char.IsDigit(digits[0]) && digits.Replace("alpha", "").Replace("beta", "").All(c => char.IsDigit(c) || c is '.' or '-' or '_');
    }

    /// <summary>A segment without its parameters and its file extension, in words; a parameter alone has none.</summary>
    private static (string Text, IReadOnlyList<string> Words) Segment(string segment)
    {
        var text = segment;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{'))
        {
            var close = text.IndexOf('}', open);
            text = text.Substring(0, open) + " " + (close < 0 ? "" : text.Substring(close + 1));
        }

        foreach (var extension in new[] { ".json", ".xml" })
        {
            if (text.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) text = text.Substring(0, text.Length - extension.Length);
        }

        return (text.Trim(), Words.Of(text));
    }
}
