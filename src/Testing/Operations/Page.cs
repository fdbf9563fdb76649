using System.Globalization;
using Semel.Testing.Http;

namespace Semel.Testing.Operations;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">How many items a page holds.</param>
internal readonly record struct Page(int Number, int Size)
{
    public const int DefaultSize = 20;
    public const int MaximumSize = 200;

    /// <summary>The page, or what is wrong with the parameters.</summary>
    public static (Page Page, Reply? Problem) Read(IReadOnlyDictionary<string, string> query)
    {
        int number = Read(query, "page", 1, int.MaxValue);
        int size = Read(query, "per_page", DefaultSize, MaximumSize);
        Reply? problem =
            number < 1 ? Input.Unprocessable("page must be an integer from 1.")
            : size < 1 ? Input.Unprocessable($"per_page must be an integer from 1 to {MaximumSize}.")
            : null;
        return (new Page(number, size), problem);
    }

    private static int Read(IReadOnlyDictionary<string, string> query, string name, int absent, int maximum)
    {
        if (!query.TryGetValue(name, out string? text)) return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= maximum ? value : 0;
    }
}
