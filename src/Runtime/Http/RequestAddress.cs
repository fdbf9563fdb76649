namespace Semel;

/// <summary>Joins the client's base address with a path of the document.</summary>
internal static class RequestAddress
{
    /// <summary>True when credentials of the one may be sent to the other: the same scheme, host and port.</summary>
    public static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that the paths of an operation's own server are appended to: one that the program has set, or of its origin.</summary>
    /// <param name="http">The client.</param>
    /// <param name="server">The server's URL as the document writes it: <c>https://uploads.example.com</c>, <c>/v3</c>.</param>
    /// <param name="chosen">The addresses that the program has set for servers.</param>
    /// <exception cref="InvalidOperationException">There is none: nothing is sent to an address that the program has not set.</exception>
    public static Uri OfServer(HttpClient http, string server, IReadOnlyDictionary<string, Uri> chosen)
    {
        if (chosen.TryGetValue(server, out var known)) return WithoutUser(known);
        var isWhole = !server.Contains('{', StringComparison.Ordinal);
        if (isWhole && Uri.TryCreate(BaseOf(http), server, out var address) && SameOrigin(address, BaseOf(http)) && address.UserInfo.Length == 0) return address;
        throw new InvalidOperationException(
            $"The operation is served at {server}, which is not the address of the HttpClient: set SemelOptions.Servers[\"{server}\"] to where it is to be sent.");
    }

    /// <summary>The address without the user name and password before its host: <see cref="HttpClient"/> sends them to nobody, and they would be in messages and records.</summary>
    public static Uri WithoutUser(Uri address) => address is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? new UriBuilder(address) { UserName = "", Password = "" }.Uri : address;

    private static Uri BaseOf(HttpClient http) => http.BaseAddress switch
    {
        null => throw new InvalidOperationException("The HttpClient has no BaseAddress. Set it to the address of the API, such as https://api.example.com, before the client is used."),
        { Scheme: not ("http" or "https") } other => throw new InvalidOperationException($"The HttpClient's BaseAddress begins with '{other.Scheme}:'. Begin it with http:// or https://, as in https://api.example.com."),
        var address => WithoutUser(address),
    };

    /// <summary>
    /// The address of a path: appended to the path of <see cref="HttpClient.BaseAddress"/>, as OpenAPI appends paths to a server's URL.
    /// <c>https://host/api</c> and <c>https://host/api/</c> both make <c>/v2/x</c> reach <c>https://host/api/v2/x</c>.
    /// </summary>
    /// <param name="http">The client.</param>
    /// <param name="path">The path, escaped.</param>
    /// <param name="query">Names and values.</param>
    /// <param name="written">Names and values that are escaped already.</param>
    public static Uri Join(HttpClient http, string path, IEnumerable<KeyValuePair<string, string>>? query = null, IEnumerable<KeyValuePair<string, string>>? written = null) =>
        Under(BaseOf(http), path, query, written);

    /// <summary>The address of a path under another, as <see cref="Join"/> makes it under the client's.</summary>
    public static Uri Under(Uri address, string path, IEnumerable<KeyValuePair<string, string>>? query = null, IEnumerable<KeyValuePair<string, string>>? written = null)
    {
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new InvalidOperationException("HttpClient.BaseAddress must have neither a query nor a fragment: add query parameters in a handler.");
        var text = address.GetLeftPart(UriPartial.Path).TrimEnd('/') + (path.StartsWith('/') ? "" : "/") + path;
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var escaped = (query ?? []).Select(pair => new KeyValuePair<string, string>(Uri.EscapeDataString(pair.Key), Uri.EscapeDataString(pair.Value)));
        foreach (var (name, value) in escaped.Concat(written ?? []))
        {
            text += $"{separator}{name}={value}";
            separator = '&';
        }

        return new Uri(text, UriKind.Absolute);
    }
}
