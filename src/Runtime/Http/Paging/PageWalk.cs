using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Walks the pages of a list. It ends only where the list ends: whatever makes that doubtful throws.</summary>
/// <param name="send">Sends the request with more query parameters; throws where the reply is no success.</param>
/// <param name="request">The request. A page size in its query is respected, what asks for a page is replaced.</param>
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

    private readonly HashSet<Uri> _followed = [];

    public ApiRequest Request { get; } = request;

    public async IAsyncEnumerable<(Reply Reply, JsonArray Items)> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var turner = paging?.NewTurner(SizeAsked());
        if (turner?.Parameter is { } parameter) Request.RemoveQuery(parameter);
        PageStep? step = turner?.First;
        Reply? before = null;
        JsonArray? previous = null;
        for (var page = 1; page <= MaximumPages; page++)
        {
            if (await SendAsync(step, before, cancellationToken).ConfigureAwait(false) is not { } reply) yield break;
            var array = ItemsOf(reply);
            if (previous is not null && IsRepeat(previous, array, step))
            {
                if (step is PageStep.Ask { MayBePast: true }) yield break;
                throw Error(reply, $"page {page} repeats the one before: the list does not come in pages as {paging!.GetType().Name} says");
            }

            yield return (reply, array);
            step = turner?.After(reply, array) ?? new PageStep.End();
            if (step is PageStep.End) yield break;
            if (step is PageStep.Doubt doubt) throw Error(reply, doubt.Problem);
            (before, previous) = (reply, array);
        }

        throw new ApiException($"{Request.Method} {Request.ExpandPath()} has more than {MaximumPages} pages.", Request.Method, Request.ExpandPath());
    }

    /// <summary>Empty pages are alike where an opaque text leads to the next: some APIs filter after they have cut their pages.</summary>
    private bool IsRepeat(JsonArray previous, JsonArray array, PageStep? step) =>
        (array.Count > 0 || paging is PageNumberPaging or OffsetPaging || step is null) && JsonNode.DeepEquals(previous, array);

    /// <summary>Null: past a total that is reached there is no page, and some APIs say so with 404.</summary>
    private async Task<Reply?> SendAsync(PageStep? step, Reply? before, CancellationToken cancellationToken)
    {
        if (step is PageStep.Follow link) return await send(Request.At(Target(link.Address, before!)), [], cancellationToken).ConfigureAwait(false);
        var ask = step as PageStep.Ask;
        try
        {
            return await send(Request, QueryOf(ask), cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException past) when (ask is { MayBePast: true } && past.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The address that a page gives for the next.</summary>
    private Uri Target(string address, Reply page)
    {
        if (page.Asked is not { } asked || !Uri.TryCreate(asked, address, out var target)) throw Error(page, "the address of the next page cannot be read");
        if (!RequestAddress.SameOrigin(asked, target) || target.UserInfo.Length > 0)
            throw Error(page, $"the next page is at another origin ({target.Scheme}://{target.Authority[(target.Authority.LastIndexOf('@') + 1)..]}), where the credentials are not sent");
        return _followed.Add(target) ? target : throw Error(page, "the next page is one that was read before");
    }

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

    private List<KeyValuePair<string, string>> QueryOf(PageStep.Ask? ask)
    {
        List<KeyValuePair<string, string>> query = ask is null ? [] : [new(ask.Parameter, ask.Value)];
        if (paging?.SizeParameter is not null && SizeAsked() is { } size)
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
