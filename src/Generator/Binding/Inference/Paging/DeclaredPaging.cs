using System.Globalization;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>
/// How a list comes in pages, as somebody says it: the kind, and what it needs, <c>Cursor parameter=cursor next=meta.next size=limit maximum=200</c>.
/// <c>Whole</c>: it doesn't.
/// </summary>
internal static class DeclaredPaging
{
    private static readonly string[] Keys = ["parameter", "size", "maximum", "next", "total", "more", "last", "first", "link"];

    /// <summary>The scheme, null where the list comes whole; or why it is none.</summary>
    public static (PagingModel? Paging, string? Problem) Read(string text, SpecOperation list)
    {
        var words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !Enum.TryParse<PagingKind>(words[0], out var kind) || char.IsDigit(words[0][0])) return (null, "it begins with one of " + string.Join(", ", Enum.GetNames(typeof(PagingKind))));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Skip(1))
        {
            var equals = word.IndexOf('=');
            var key = equals < 0 ? word : word.Substring(0, equals);
            if (equals < 0 || equals == word.Length - 1 || !Keys.Contains(key)) return (null, $"'{word}' is none of {string.Join(", ", Keys.Select(name => name + "=…"))}");
            values[key] = word.Substring(equals + 1);
        }

        if (Missing(kind).FirstOrDefault(key => !values.ContainsKey(key)) is { } missing) return (null, $"{kind} needs {missing}=…");
        foreach (var key in new[] { "parameter", "size" })
        {
            if (Value(key) is { } name && !list.Parameters.Any(parameter => parameter.Place == ParameterPlace.Query && parameter.Name == name)) return (null, $"'{name}' is no query parameter of {list}");
        }

        if (Number("maximum") is { IsWrong: true } || Number("first") is { IsWrong: true }) return (null, "maximum and first are numbers");
        if (kind == PagingKind.Whole && Value("total") is null) return (null, null);
        return (new(kind, Value("parameter"), Value("size"), Number("maximum").Value)
        {
            Next = Value("next"),
            Total = Value("total"),
            More = Value("more"),
            Last = Value("last"),
            First = Number("first").Value,
            LinkHeader = Value("link") == "true",
        }, null);

        string? Value(string key) => values.TryGetValue(key, out var value) ? value : null;

        (int? Value, bool IsWrong) Number(string key) => Value(key) is not { } digits ? (null, false) : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, false) : (null, true);
    }

    private static string[] Missing(PagingKind kind) => kind switch
    {
        PagingKind.PageNumber or PagingKind.Offset => ["parameter"],
        PagingKind.Cursor or PagingKind.LastItem => ["parameter", "next"],
        PagingKind.NextAddress => ["next"],
        PagingKind.LinkHeader or PagingKind.Whole => [],
    };
}
