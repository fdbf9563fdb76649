namespace Semel;

/// <summary>
/// Adds an API's key to every request. A key in a header or a cookie would be carried to wherever a redirect leads, so redirects are followed
/// by this handler itself: those of GET and HEAD, and to another origin without the key; other methods get the redirect as their reply.
/// </summary>
public sealed class ApiKeyHandler : DelegatingHandler
{
    private const int MaximumRedirects = 10;

    private readonly ApiKeyPlace _place;
    private readonly string _name;
    private readonly Func<CancellationToken, ValueTask<string>> _key;
    private bool _isGuarded;

    /// <param name="place">Where the key goes.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="key">The key.</param>
    public ApiKeyHandler(ApiKeyPlace place, string name, string key)
        : this(place, name, _ => ValueTask.FromResult(key)) => ArgumentException.ThrowIfNullOrEmpty(key);

    /// <param name="place">Where the key goes.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="key">Gives the key of each request; what it throws stops the request before anything is sent.</param>
    public ApiKeyHandler(ApiKeyPlace place, string name, Func<CancellationToken, ValueTask<string>> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(key);
        if (place != ApiKeyPlace.Query) RequestHeaders.CheckName(name);
        (_place, _name, _key) = (place, name, key);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The innermost handler follows redirects and was used before, so that it can't be told not to.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_place != ApiKeyPlace.Query && !_isGuarded)
        {
            AutoRedirect.TurnOff(InnerHandler);
            _isGuarded = true;
        }

        var key = await CredentialsException.GuardAsync(_key, cancellationToken).ConfigureAwait(false);
        var asked = request.RequestUri!;
        Add(request, key);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (_place == ApiKeyPlace.Query) return response;
        for (var count = 0; count < MaximumRedirects && AutoRedirect.Target(response) is { } target; count++)
        {
            var next = AutoRedirect.Follow(response.RequestMessage ?? request, target, RequestAddress.SameOrigin(asked, target) ? null : HeaderName);
            response.Dispose();
            response = await base.SendAsync(next, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private string HeaderName => _place == ApiKeyPlace.Cookie ? "Cookie" : _name;

    private void Add(HttpRequestMessage request, string key)
    {
        Credentials.Note(request, key);
        if (_place == ApiKeyPlace.Query)
        {
            var address = request.RequestUri!;
            var pair = $"{Uri.EscapeDataString(_name)}={Uri.EscapeDataString(key)}";
            request.RequestUri = new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{pair}" : pair }.Uri;
            return;
        }

        RequestHeaders.Check(_name, key);
        if (_place == ApiKeyPlace.Header)
        {
            request.Headers.Remove(_name);
            request.Headers.TryAddWithoutValidation(_name, key);
            return;
        }

        if (key.AsSpan().IndexOfAny(" \",;\\") >= 0) throw new CredentialsException($"The key of the cookie '{_name}' has a character that no cookie can hold; nothing was sent.");
        var others = request.Headers.TryGetValues("Cookie", out var values) ? values.ToArray() : [];
        request.Headers.Remove("Cookie");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", others.Append($"{_name}={key}")));
    }
}
