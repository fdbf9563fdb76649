using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Sends requests that are not made idempotent: reads, lists, updates, deletes and actions. Nothing is sent twice.</summary>
/// <param name="http">A client with a <see cref="HttpClient.BaseAddress"/> and the API's credentials.</param>
/// <param name="semel">Says how long a request may take.</param>
/// <param name="errors">The document's models of errors; null: none.</param>
public sealed partial class ApiClient(HttpClient http, SemelContext semel, IReadOnlyList<ErrorModel>? errors = null)
{
    private readonly HttpExchange _exchange = new(http, semel, errors);

    /// <summary>Sends a request whose reply is not wanted.</summary>
    /// <exception cref="ApiException">The reply is no 2xx, or there was none in time.</exception>
    /// <exception cref="InvalidOperationException">The client has no base address, the path lacks a value, or the request was sent before.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Expect(request, await _exchange.SendAsync(request.Take(), wantsBody: false, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Sends a request and reads its reply.</summary>
    /// <param name="request">The request.</param>
    /// <param name="codec">How the value is read.</param>
    /// <param name="envelope">Property path of the value in the reply: <c>droplet</c>; null where the reply is the value.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ApiException">The reply is no 2xx, lacks the value, or did not come in time.</exception>
    /// <exception cref="InvalidOperationException">The client has no base address, the path lacks a value, or the request was sent before.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, JsonCodec<T> codec, string? envelope = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(codec);
        var reply = Expect(request, await _exchange.SendAsync(request.Take(), wantsBody: true, cancellationToken).ConfigureAwait(false));
        var value = Envelope.Read(reply.Body.Json, envelope);
        if (value is null) throw ReplyError.Of(request, reply, envelope is null ? "without a JSON value" : $"without '{envelope}'");
        return Read(request, reply, codec, value);
    }

    /// <summary>Every item of a list, page after page. It ends after the last page only: a page that fails throws.</summary>
    /// <param name="request">The request of the first page.</param>
    /// <param name="codec">How an item is read.</param>
    /// <param name="items">Property path of the array in the reply; null where the reply is the array.</param>
    /// <param name="paging">How the list comes in pages; null where it comes whole.</param>
    /// <param name="cancellationToken">Stops listing.</param>
    /// <exception cref="ApiException">A page is no 2xx, lacks the array, repeats the one before, or did not come in time.</exception>
    public IAsyncEnumerable<T> ListAsync<T>(ApiRequest request, JsonCodec<T> codec, string? items, Paging? paging, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(codec);
        var pages = new PageWalk(SendPageAsync, request.Take(), items, paging);
        return ItemsAsync(pages, codec, cancellationToken);
    }

    private static async IAsyncEnumerable<T> ItemsAsync<T>(PageWalk pages, JsonCodec<T> codec, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (reply, page) in pages.WalkAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in Read(pages.Request, reply, codec.List, page)) yield return item;
        }
    }

    private static T Read<T>(ApiRequest request, Reply reply, JsonCodec<T> codec, JsonNode value)
    {
        try
        {
            return codec.Read(value);
        }
        catch (JsonException mismatch)
        {
            throw ReplyError.Of(request, reply, $"not as documented: {mismatch.Message}", mismatch);
        }
    }

    private async Task<Reply> SendPageAsync(ApiRequest request, IReadOnlyList<KeyValuePair<string, string>> query, CancellationToken cancellationToken) =>
        Expect(request, await _exchange.SendAsync(request, query, wantsBody: true, cancellationToken).ConfigureAwait(false));

    private Reply Expect(ApiRequest request, Reply reply) => reply.IsSuccess ? reply : throw ReplyError.Of(request, reply, null, models: errors);
}
