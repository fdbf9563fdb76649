using System.Globalization;

namespace Semel;

/// <summary>Points in time and dates as texts. Written by RFC 3339; read as APIs write them.</summary>
internal static class Rfc3339
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd' 'HH:mm:ss 'UTC'", "yyyy-MM-dd' 'HH:mm:ss zzz", "yyyy-MM-dd", "r",
    ];

    private const int MaximumFractionDigits = 7;

    public static string Format(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        ShortenFraction(text.ToUpperInvariant()), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    public static bool TryParse(string text, out DateOnly value)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) return true;
        if (!TryParse(text, out DateTimeOffset moment)) return false;
        value = DateOnly.FromDateTime(moment.DateTime);
        return true;
    }

    private static string ShortenFraction(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return text;
        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var first = point + 1 + MaximumFractionDigits;
        return end <= first ? text : text.Remove(first, end - first);
    }
}
