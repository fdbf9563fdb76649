namespace Semel;

/// <summary>Redirects that are followed above the innermost handler, which would carry every header but Authorization to wherever they lead.</summary>
internal static class AutoRedirect
{
    /// <exception cref="InvalidOperationException">The innermost handler was used before.</exception>
    public static void TurnOff(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner }) handler = inner;
        try
        {
            if (handler is SocketsHttpHandler { AllowAutoRedirect: true } sockets) sockets.AllowAutoRedirect = false;
            if (handler is HttpClientHandler { AllowAutoRedirect: true } client) client.AllowAutoRedirect = false;
        }
        catch (InvalidOperationException used)
        {
            throw new InvalidOperationException("The innermost handler follows redirects, which would carry the API's key to other hosts. Set its AllowAutoRedirect to false before it is first used.", used);
        }
    }

    /// <summary>Where a GET or HEAD is sent next; null where the reply is the answer.</summary>
    public static Uri? Target(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location) return null;
        if (response.RequestMessage is not { RequestUri: { } asked } request || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)) return null;
        var target = new Uri(asked, location);
        var isSafe = target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && asked.Scheme == Uri.UriSchemeHttp);
        return isSafe ? target : null;
    }

    /// <param name="request">The request that was redirected.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="secret">The header that isn't carried there, nor are any credentials; null where the target is of the same origin.</param>
    public static HttpRequestMessage Follow(HttpRequestMessage request, Uri target, string? secret)
    {
        var next = new HttpRequestMessage(request.Method, target) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            var isCredential = secret is not null && (name.Equals(secret, StringComparison.OrdinalIgnoreCase) || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase));
            if (!isCredential && !name.Equals("Host", StringComparison.OrdinalIgnoreCase)) next.Headers.TryAddWithoutValidation(name, values);
        }

        Credentials.Note(next, Credentials.Of(request));
        return next;
    }
}
