using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Semel;

/// <summary>The <c>Link</c> headers of a reply (RFC 8288).</summary>
/// <param name="IsThere">Whether there is one.</param>
/// <param name="Next">The target whose relation is <c>next</c>; null where there is none.</param>
/// <param name="IsReadable">False where something in it is no link.</param>
internal sealed partial record LinkHeader(bool IsThere, string? Next, bool IsReadable)
{
    public static LinkHeader None { get; } = new(false, null, true);

    public static LinkHeader Of(HttpResponseHeaders headers) =>
        headers.NonValidated.TryGetValues("Link", out var values) ? Parse(string.Join(", ", values)) : None;

    public static LinkHeader Parse(string text)
    {
        string? next = null;
        var at = 0;
        while (at < text.Length)
        {
            var link = Link().Match(text, at);
            if (!link.Success) return text[at..].Trim(' ', '\t', ',').Length == 0 ? new(true, next, true) : new(true, next, false);
            at = link.Index + link.Length;
            if (next is null && IsNext(link)) next = link.Groups["target"].Value.Trim();
        }

        return new(true, next, true);
    }

    /// <summary>The first <c>rel</c> counts; it may name several relations.</summary>
    private static bool IsNext(Match link)
    {
        var names = link.Groups["name"].Captures;
        for (var i = 0; i < names.Count; i++)
        {
            if (!names[i].Value.Equals("rel", StringComparison.OrdinalIgnoreCase)) continue;
            var value = link.Groups["value"].Captures[i].Value.Trim('"');
            return value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("next", StringComparer.OrdinalIgnoreCase);
        }

        return false;
    }

    // every parameter captures a value, be it empty, so that names and values stay side by side
    [GeneratedRegex("""\G[\s,]*<(?<target>[^>]*)>(?:\s*;\s*(?<name>[A-Za-z0-9!#$&+.^_`|~*-]+)\s*(?:=\s*|(?=[\s;,]|$))(?<value>"(?:[^"\\]|\\.)*"|[^\s";,]*))*\s*;?\s*(?=,|$)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
