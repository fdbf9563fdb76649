using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>How a list comes in pages as a C# expression. What is as usual is left out.</summary>
internal static class PagingValue
{
    public static string Of(PagingModel paging)
    {
        List<string> arguments =
        [
            .. Own(paging),
            Literals.String(paging.SizeParameter),
            paging.MaximumSize is { } size ? DescriptorValues.Number(size) : "null",
            .. paging.Kind is PagingKind.PageNumber or PagingKind.Offset ? [Literals.String(paging.Next), Literals.String(paging.Total)] : Array.Empty<string>(),
        ];
        while (arguments.Count > 0 && arguments[arguments.Count - 1] == "null") arguments.RemoveAt(arguments.Count - 1);
        var properties = Properties(paging).ToList();
        return $"new global::Semel.{paging.Kind}Paging({string.Join(", ", arguments)})" + (properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}");
    }

    /// <summary>What only this kind has, in front of the size.</summary>
    private static string[] Own(PagingModel paging) => paging.Kind switch
    {
        PagingKind.PageNumber or PagingKind.Offset => [Literals.String(paging.Parameter)],
        PagingKind.Cursor or PagingKind.LastItem => [Literals.String(paging.Parameter), Literals.String(paging.Next)],
        PagingKind.NextAddress => [Literals.String(paging.Next)],
        PagingKind.LinkHeader => [],
        PagingKind.Whole => [Literals.String(paging.Total)],
    };

    private static IEnumerable<string> Properties(PagingModel paging)
    {
        if (paging.More is not null) yield return "More = " + Literals.String(paging.More);
        if (paging.Last is not null) yield return "Last = " + Literals.String(paging.Last);
        if (paging.First is { } first) yield return "First = " + DescriptorValues.Number(first);
        if (paging.LinkHeader) yield return "LinkHeader = true";
    }
}
