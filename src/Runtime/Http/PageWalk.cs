using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Walks the pages of a list by their number. It ends only where the list ends: whatever makes that doubtful throws.</summary>
/// <param name="send">Sends the request with more query parameters; throws where the reply is no success.</param>
/// <param name="request">The request. A page size in its query is respected, a page number is replaced.</param>
/// <param name="items">Property path of the array.</param>
/// <param name="paging">Null: the list comes whole.</param>
internal sealed class PageWalk(
    Func<ApiRequest, IReadOnlyList<KeyValuePair<string, string>>, CancellationToken, Task<Reply>> send,
    ApiRequest request,
    string? items,
    Paging? paging)
{
    /// <summary>No list has more pages: a server that never ends one would keep us for ever.</summary>
    public const int MaximumPages = 10_000;

    private bool _totalIsReached;

    public ApiRequest Request { get; } = request;

    public async IAsyncEnumerable<(Reply Reply, JsonArray Items)> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0L;
        JsonArray? previous = null;
        for (var page = 1; page <= MaximumPages; page++)
        {
            if (await SendAsync(page, cancellationToken).ConfigureAwait(false) is not { } reply) yield break;
            var array = ItemsOf(reply);
            var isRepeat = previous is not null && JsonNode.DeepEquals(previous, array);
            if (isRepeat && _totalIsReached) yield break;
            if (isRepeat)
                throw Error(reply, $"page {page} repeats the one before: the list does not come in pages by '{paging!.PageParameter}'");
            yield return (reply, array);
            seen += array.Count;
            if (IsLast(reply, array, seen, previous)) yield break;
            previous = array;
        }

        throw new ApiException($"{Request.Method} {Request.ExpandPath()} has more than {MaximumPages} pages.", Request.Method, Request.ExpandPath());
    }

    /// <summary>Null: past a total that is reached there is no page, and some APIs say so with 404.</summary>
    private async Task<Reply?> SendAsync(int page, CancellationToken cancellationToken)
    {
        try
        {
            return await send(Request, QueryOf(page), cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException past) when (_totalIsReached && past.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A first page that is short proves nothing: the server may hold pages shorter than was asked for.</summary>
    private bool IsLast(Reply reply, JsonArray array, long seen, JsonArray? previous)
    {
        if (paging is null) return true;
        if (paging.NextLink is not null) return !SaysMore(JsonPathAccess.Read(reply.Body.Json, paging.NextLink));
        if (paging.Total is not null && TotalOf(reply) is { } total)
        {
            if (seen < total && array.Count == 0)
                throw Error(reply, $"the list ended after {seen} items of {total}");
            if (seen < total) return false;
            _totalIsReached = true;
            if (seen == total && !(array.Count >= SizeAsked())) return true; // a total that is exceeded, or reached by a full page, may be of this page only
        }

        return array.Count == 0 || (array.Count < SizeAsked() && array.Count < previous?.Count);
    }

    /// <summary>A link, <c>true</c> or a page number: more follow. Absent, null, empty, <c>false</c> or 0: none does.</summary>
    private static bool SaysMore(JsonNode? next) => next?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => JsonLiteral.TryGetText(next, out var link) && link.Length > 0,
        JsonValueKind.Number => next.ToJsonString() != "0",
        _ => true,
    };

    private long? TotalOf(Reply reply) =>
        JsonLiteral.TryGetTextOrNumber(JsonPathAccess.Read(reply.Body.Json, paging!.Total!), out var text) && NumberText.TryGetInt64(text, out var total)
            ? total
            : null;

    /// <summary>The array of a page. Null counts as empty, as Go writes it; a reply without the property is an error: it may say so in its own words.</summary>
    private JsonArray ItemsOf(Reply reply)
    {
        var value = reply.Body.Json;
        var found = items is null ? reply.Body.IsJson : JsonPathAccess.TryRead(reply.Body.Json, items, out value);
        if (!found) throw Error(reply, items is null ? "without a JSON array" : $"without '{items}'");
        return value switch
        {
            JsonArray array => array,
            null => [],
            _ => throw Error(reply, items is null ? "not with an array" : $"'{items}' is no array"),
        };
    }

    private List<KeyValuePair<string, string>> QueryOf(int page)
    {
        if (paging is null) return [];
        List<KeyValuePair<string, string>> query = [new(paging.PageParameter, page.ToString(CultureInfo.InvariantCulture))];
        if (paging.SizeParameter is not null && SizeAsked() is { } size)
            query.Add(new(paging.SizeParameter, size.ToString(CultureInfo.InvariantCulture)));
        return query;
    }

    private int? SizeAsked()
    {
        if (paging?.SizeParameter is null) return null;
        return int.TryParse(Request.FindQuery(paging.SizeParameter), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : paging.Size;
    }

    private ApiException Error(Reply reply, string problem) => ReplyError.Of(Request, reply, problem);
}
