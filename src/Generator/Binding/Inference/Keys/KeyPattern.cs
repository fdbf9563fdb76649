namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>A pattern that is one class of characters, such as <c>^[A-Za-z0-9_-]{1,64}$</c>. What any other pattern allows isn't known.</summary>
/// <param name="IsUsable">Whether a key of ours, which is lower-case letters and digits, can fit.</param>
/// <param name="AllowsDash">Whether it may have dashes, as a UUID has.</param>
/// <param name="MaximumLength">The most characters; null where there is no limit.</param>
internal readonly record struct KeyPattern(bool IsUsable, bool AllowsDash, int? MaximumLength)
{
    private static readonly KeyPattern Unknown = new(true, true, null);

    public static KeyPattern Of(string? pattern)
    {
        var text = pattern?.TrimStart('^').TrimEnd('$') ?? "";
        var (characters, end) = text.StartsWith("\\w", StringComparison.Ordinal) ? ("a-z0-9", 2) : text.StartsWith("[", StringComparison.Ordinal) ? Class(text) : ("", 0);
        if (end == 0 || characters.StartsWith("^", StringComparison.Ordinal) || !IsQuantifier(text.Substring(end), out var maximum)) return Unknown;
        var hasDash = characters.StartsWith("-", StringComparison.Ordinal) || characters.EndsWith("-", StringComparison.Ordinal) || characters.Contains("\\-");
        var hasLetters = characters.Contains("a-z") || characters.Contains("\\w");
        var hasDigits = characters.Contains("0-9") || characters.Contains("\\d") || characters.Contains("\\w");
        return new(hasDigits && (hasLetters || (hasDash && characters.Contains("a-f"))), hasDash, maximum);
    }

    private static (string Characters, int End) Class(string text)
    {
        var close = text.IndexOf(']', 1);
        return close < 0 ? ("", 0) : (text.Substring(1, close - 1), close + 1);
    }

    private static bool IsQuantifier(string text, out int? maximum)
    {
        maximum = null;
        if (text is "+" or "*") return true;
        if (text.Length < 3 || text[0] != '{' || text.IndexOf('}') != text.Length - 1) return false;
        var last = text.Substring(1, text.Length - 2).Split(',').Last().Trim();
        if (last.Length == 0) return true;
        if (!int.TryParse(last, out var number)) return false;
        maximum = number;
        return true;
    }
}
