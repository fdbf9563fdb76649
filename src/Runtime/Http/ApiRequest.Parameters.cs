using System.Text.Json.Nodes;

namespace Semel;

public sealed partial class ApiRequest
{
    /// <summary>The headers, with the cookies as one of them.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Headers =>
        _cookies.Count == 0 ? _headers : _headers.Append(new("Cookie", string.Join("; ", _cookies.Select(cookie => cookie.Text))));

    /// <summary>What the headers, cookies and query parameters hold that are named like a secret.</summary>
    internal IEnumerable<string> SecretTexts => _query.Concat(Headers).Where(pair => RequestHeaders.IsSecret(pair.Key)).Select(pair => pair.Value);

    /// <summary>A path with this request's query, at the server or else at the client's base address; what <paramref name="query"/> names replaces what the request says.</summary>
    internal Uri AddressOf(HttpClient http, Uri? server, string path, IReadOnlyList<KeyValuePair<string, string>> query) => server is null
        ? RequestAddress.Join(http, path, QueryWith(query), _writtenQuery.Select(written => written.Pair))
        : RequestAddress.Under(server, path, QueryWith(query), _writtenQuery.Select(written => written.Pair));

    /// <summary>An address that the API gave, with what it doesn't say of this request's query.</summary>
    private Uri Completed(Uri address)
    {
        var said = address.Query.TrimStart('?').Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[0])).ToHashSet(StringComparer.Ordinal);
        var missing = _query.Select(pair => new KeyValuePair<string, string>(Uri.EscapeDataString(pair.Key), Uri.EscapeDataString(pair.Value)))
            .Concat(_writtenQuery.Select(written => written.Pair)).Where(pair => !said.Contains(Uri.UnescapeDataString(pair.Key))).ToList();
        if (missing.Count == 0) return address;
        var query = string.Join('&', missing.Select(pair => $"{pair.Key}={pair.Value}"));
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? address.Query[1..] + "&" + query : query }.Uri;
    }

    private IEnumerable<KeyValuePair<string, string>> QueryWith(IReadOnlyList<KeyValuePair<string, string>> replacing) =>
        _query.Where(pair => replacing.All(other => other.Key != pair.Key)).Concat(replacing);

    /// <summary>What a query parameter is given: a text, or several; null where it is left out.</summary>
    internal JsonNode? FindQueryValue(string name)
    {
        string[] texts =
        [
            .. from pair in _query where pair.Key == name select pair.Value,
            .. from written in _writtenQuery where written.Parameter == name select TextOf(name, written.Pair),
        ];
        return texts switch
        {
            [] => null,
            [var text] => JsonValue.Create(text),
            _ => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
        };
    }

    /// <summary>Adds the query parameters, headers and cookies of another request.</summary>
    /// <param name="other">The other request.</param>
    /// <param name="names">Which parameters; null: all.</param>
    internal ApiRequest Like(ApiRequest other, IReadOnlyList<string>? names = null)
    {
        _query.AddRange(other._query.Where(pair => IsWanted(pair.Key)));
        _writtenQuery.AddRange(other._writtenQuery.Where(written => IsWanted(written.Parameter)));
        _headers.AddRange(other._headers.Where(header => IsWanted(header.Key)));
        _cookies.AddRange(other._cookies.Where(cookie => IsWanted(cookie.Parameter)));
        return this;

        bool IsWanted(string name) => names is null || names.Contains(name);
    }

    /// <summary>What an object or a list in another style than usual is given has names of its own.</summary>
    private static string TextOf(string name, KeyValuePair<string, string> written)
    {
        var (key, value) = (Uri.UnescapeDataString(written.Key), Uri.UnescapeDataString(written.Value));
        return key == name ? value : $"{key}={value}";
    }
}
