namespace Semel;

/// <summary>How a token is asked for by OAuth 2.0 client credentials (RFC 6749, section 4.4).</summary>
public sealed class ClientCredentials
{
    /// <param name="tokenAddress">The token endpoint: HTTPS, or on this machine.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="scopes">The scopes to ask for; none: the server's default.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or would carry the secret in the clear.</exception>
    public ClientCredentials(Uri tokenAddress, string clientId, string clientSecret, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(tokenAddress);
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        ArgumentNullException.ThrowIfNull(scopes);
        if (!tokenAddress.IsAbsoluteUri || (tokenAddress.Scheme != Uri.UriSchemeHttps && !tokenAddress.IsLoopback))
            throw new ArgumentException("The address of the tokens must be absolute and HTTPS: the client's secret is sent there.", nameof(tokenAddress));
        (TokenAddress, ClientId, ClientSecret, Scopes) = (tokenAddress, clientId, clientSecret, [.. scopes]);
    }

    /// <summary>The token endpoint.</summary>
    public Uri TokenAddress { get; }

    /// <summary>The client's id.</summary>
    public string ClientId { get; }

    /// <summary>The scopes to ask for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Whether id and secret go into the form instead of an Authorization header. Default: false.</summary>
    public bool InForm { get; init; }

    /// <summary>More fields of the form, such as <c>audience</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    internal string ClientSecret { get; }
}
