namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>How long a key may be: by its schema, its pattern, or a number of characters in its description.</summary>
internal static class KeyLengthRule
{
    private static readonly string[] Units = ["character", "characters", "chars", "char"];

    public static int? Maximum(KeyCandidate candidate, int? byPattern)
    {
        int?[] all = [candidate.Schema?.MaximumLength, byPattern, InProse(candidate.Prose)];
        return all.Min();
    }

    /// <summary>The number in front of the unit: <c>128 character max</c>, <c>up to 64 characters</c>; not that of <c>at least 8 characters</c>.</summary>
    private static int? InProse(string prose)
    {
        var words = prose.Split([' ', '\n', '\t', '-', '(', ')', ',', ';', '.', '`', '*'], StringSplitOptions.RemoveEmptyEntries);
        int? longest = null;
        for (var at = 1; at < words.Length; at++)
        {
            if (!Units.Contains(words[at], StringComparer.OrdinalIgnoreCase) || !int.TryParse(words[at - 1], out var number)) continue;
            if (at > 1 && words[at - 2].ToLowerInvariant() is "least" or "minimum" or "than") continue;
            longest = Math.Max(longest ?? 0, number);
        }

        return longest;
    }
}
