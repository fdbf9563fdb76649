namespace Semel;

/// <summary>Status and headers of one reply; its body is not here.</summary>
public sealed class ApiReply
{
    private ApiReply(HttpMethod method, string path, int status, IReadOnlyDictionary<string, IReadOnlyList<string>> headers) =>
        (Method, Path, Status, Headers) = (method, path, status, headers);

    /// <summary>The request's method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The template of the request's path: <c>/v2/droplets/{droplet_id}</c>. Of an address that the API gave, its path.</summary>
    public string Path { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The headers, those of the body included. Names are found whatever their case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The first value of a header; null where there is none.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>Method, path and status: no header, since headers may hold secrets.</summary>
    public override string ToString() => $"{Method} {Path}: {Status}";

    internal static ApiReply Of(HttpMethod method, string path, HttpResponseMessage response)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)) headers[name] = [.. values];
        return new(method, path, (int)response.StatusCode, headers);
    }
}
