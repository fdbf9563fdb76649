using System.Net.Http.Headers;

namespace Semel;

/// <summary>Adds a bearer token to every request (RFC 6750). A redirect doesn't carry it on.</summary>
public sealed class BearerTokenHandler : DelegatingHandler
{
    private readonly Func<CancellationToken, ValueTask<string>> _token;

    /// <param name="token">The token.</param>
    public BearerTokenHandler(string token)
        : this(_ => ValueTask.FromResult(token)) => ArgumentException.ThrowIfNullOrEmpty(token);

    /// <param name="token">Gives the token of each request; what it throws stops the request before anything is sent.</param>
    public BearerTokenHandler(Func<CancellationToken, ValueTask<string>> token)
    {
        ArgumentNullException.ThrowIfNull(token);
        _token = token;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Set(request, await CredentialsException.GuardAsync(_token, cancellationToken).ConfigureAwait(false));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    internal static void Set(HttpRequestMessage request, string token)
    {
        RequestHeaders.Check("Authorization", token);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Credentials.Note(request, token);
    }
}
