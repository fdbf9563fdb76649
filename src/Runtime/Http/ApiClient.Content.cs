using System.Text;

namespace Semel;

public sealed partial class ApiClient
{
    /// <summary>Sends a request and reads its reply, which may be empty.</summary>
    /// <param name="request">The request.</param>
    /// <param name="codec">How the value is read.</param>
    /// <param name="envelope">Property path of the value in the reply; null where the reply is the value.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The value; null where the reply has no body (204), or JSON null.</returns>
    /// <exception cref="ApiException">The reply is no 2xx, is something else than documented, or did not come in time.</exception>
    public async Task<T?> SendOrNullAsync<T>(ApiRequest request, JsonCodec<T> codec, string? envelope = null, CancellationToken cancellationToken = default)
        where T : class => await FindAsync(request, codec, envelope, cancellationToken).ConfigureAwait(false) is (true, var value) ? value : null;

    /// <inheritdoc cref="SendOrNullAsync{T}"/>
    public async Task<T?> SendValueOrNullAsync<T>(ApiRequest request, JsonCodec<T> codec, string? envelope = null, CancellationToken cancellationToken = default)
        where T : struct => await FindAsync(request, codec, envelope, cancellationToken).ConfigureAwait(false) is (true, var value) ? value : null;

    /// <summary>Sends a request and reads its reply as a text, of at most 16 MiB; empty where it has no body.</summary>
    /// <exception cref="ApiException">The reply is no 2xx, is too long, or did not come in time.</exception>
    public Task<string> SendTextAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _exchange.ReadAsync(request.Take(), static (response, token) => ReplyText.ReadAsync(response.Content, token), cancellationToken);
    }

    /// <summary>Sends a request and hands on its reply as a stream, once its headers have come. Whoever gets it disposes it.</summary>
    /// <exception cref="ApiException">The reply is no 2xx, or its headers did not come in time.</exception>
    public Task<Download> DownloadAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _exchange.ReadAsync(request.Take(), Download.OfAsync, cancellationToken);
    }

    private async Task<(bool IsThere, T? Value)> FindAsync<T>(ApiRequest request, JsonCodec<T> codec, string? envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(codec);
        var reply = Expect(request, await _exchange.SendAsync(request.Take(), wantsBody: true, cancellationToken).ConfigureAwait(false));
        if (reply.Body is { IsEmpty: false, IsJson: false }) throw ReplyError.Of(request, reply, "without a JSON value");
        var value = Envelope.Read(reply.Body.Json, envelope);
        return value is null ? default : (true, Read(request, reply, codec, value));
    }
}
