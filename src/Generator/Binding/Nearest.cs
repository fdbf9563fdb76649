namespace Semel.Generator.Binding;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>Up to three candidates, the nearest first, none of which is further than a third of the wanted text plus one edit.</summary>
    public static IReadOnlyList<string> To(string wanted, IEnumerable<string> candidates)
    {
        var limit = (wanted.Length / 3) + 1;
        return
        [
            .. candidates
                .Where(candidate => Math.Abs(candidate.Length - wanted.Length) <= limit)
                .Select(candidate => (Text: candidate, Distance: EditDistance.Between(wanted, candidate)))
                .Where(candidate => candidate.Distance <= limit)
                .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
                .Take(3).Select(candidate => candidate.Text),
        ];
    }

    /// <summary>The end of a message: <c>; did you mean 'a' or 'b'?</c>, or nothing.</summary>
    public static string Suggestion(IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : "; did you mean " + string.Join(" or ", names.Select(name => $"'{name}'")) + "?";
}
