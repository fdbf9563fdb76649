using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Says what comes after each page of one list. It is used once.</summary>
internal abstract class PageTurner(Paging paging)
{
    /// <summary>What the first page is asked with beside its size; null: nothing.</summary>
    public virtual PageStep.Ask? First => null;

    /// <summary>The parameter that the walk sets itself.</summary>
    public virtual string? Parameter => null;

    public abstract PageStep After(Reply reply, JsonArray items);

    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a reply says by its flags; null where it says nothing.</summary>
    protected bool? SaysMore(Reply reply)
    {
        var more = Flag(reply, paging.More);
        var last = Flag(reply, paging.Last);
        return more ?? !last;
    }

    protected static long? Number(Reply reply, string path) =>
        JsonLiteral.TryGetTextOrNumber(JsonPathAccess.Read(reply.Body.Json, path), out var text) && NumberText.TryGetInt64(text, out var number) ? number : null;

    /// <summary>A link, <c>true</c> or a page number: more follow. Absent, null, empty, <c>false</c> or 0: none does.</summary>
    protected static bool IsLink(JsonNode? next) => next?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => JsonLiteral.TryGetText(next, out var link) && link.Length > 0,
        JsonValueKind.Number => next.ToJsonString() != "0",
        _ => true,
    };

    private static bool? Flag(Reply reply, string? path) => path is null ? null : JsonPathAccess.Read(reply.Body.Json, path)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
