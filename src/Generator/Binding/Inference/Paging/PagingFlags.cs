using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>Booleans of a reply that say whether pages follow.</summary>
internal static class PagingFlags
{
    private static readonly string[] Mores = ["hasmore", "hasnext", "hasnextpage", "hasmoreitems", "hasmoreresults", "moreavailable", "istruncated", "truncated", "more"];
    private static readonly string[] Lasts = ["islast", "islastpage", "lastpage", "last", "done"];

    public static string? More(ListShape list) => list.Field(Mores, SchemaKind.Boolean);

    public static string? Last(ListShape list) => list.Field(Lasts, SchemaKind.Boolean);
}
