using System.Globalization;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>Finds how long something lasts: <c>24 hours</c>, <c>24-hour</c>, <c>24h</c>, <c>7 days</c>, <c>a week</c>.</summary>
internal static class Durations
{
    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["minute"] = TimeSpan.FromMinutes(1),
        ["minutes"] = TimeSpan.FromMinutes(1),
        ["mins"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["hours"] = TimeSpan.FromHours(1),
        ["hrs"] = TimeSpan.FromHours(1),
        ["h"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
        ["days"] = TimeSpan.FromDays(1),
        ["week"] = TimeSpan.FromDays(7),
        ["weeks"] = TimeSpan.FromDays(7),
    };

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["seven"] = 7,
        ["ten"] = 10,
        ["thirty"] = 30,
    };

    /// <summary>The shortest; null where none is said.</summary>
    public static TimeSpan? Shortest(string text)
    {
        TimeSpan? shortest = null;
        var words = text.Split([' ', '\n', '\t', '-', '(', ')', ',', ';', '.', ':', '`', '*'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            var found = At(words, at);
            if (found is { } duration && duration > TimeSpan.Zero && !(shortest <= duration)) shortest = duration;
        }

        return shortest;
    }

    private static TimeSpan? At(string[] words, int at)
    {
        var digits = words[at].TakeWhile(char.IsDigit).Count();
        if (digits > 0 && digits < words[at].Length) return Times(words[at].Substring(0, digits), words[at].Substring(digits));
        return at == 0 ? null : Times(words[at - 1], words[at]);
    }

    private static TimeSpan? Times(string number, string unit)
    {
        const int most = 10000;
        if (!Units.TryGetValue(unit, out var one)) return null;
        if (!Numbers.TryGetValue(number, out var count) && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count)) return null;
        return count > most ? null : TimeSpan.FromTicks(one.Ticks * count);
    }
}
