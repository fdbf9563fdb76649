namespace Semel;

/// <summary>
/// Adds a bearer token of OAuth 2.0 client credentials. It is fetched when it is first needed, and again a minute before it expires; requests at the
/// same time share one fetch. A 401 drops the token: a GET or HEAD is then sent once more with a new one, and nothing else is sent twice.
/// </summary>
public sealed class ClientCredentialsHandler : DelegatingHandler
{
    private readonly TokenCache _tokens;

    /// <param name="credentials">How a token is asked for.</param>
    /// <param name="tokenHandler">Sends what asks for tokens; null: a handler of its own, which follows no redirects. It is not disposed.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public ClientCredentialsHandler(ClientCredentials credentials, HttpMessageHandler? tokenHandler = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _tokens = new TokenCache(new TokenRequest(credentials, tokenHandler), time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">No token could be had; nothing was sent.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        BearerTokenHandler.Set(request, token);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode != 401) return response;
        _tokens.Drop(token);
        var isRepeatable = request.Content is null && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head);
        if (!isRepeatable) return response;
        response.Dispose();
        BearerTokenHandler.Set(request, await _tokens.GetAsync(cancellationToken).ConfigureAwait(false));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _tokens.Dispose();
        base.Dispose(disposing);
    }
}
