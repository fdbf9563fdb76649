using System.Net.Http.Headers;

namespace Semel;

internal static class RequestHeaders
{
    /// <summary>Refuses what would end a header or could not be sent.</summary>
    public static void Check(string name, string value)
    {
        if (value.Any(character => character is < ' ' and not '\t' or > '~'))
            throw new ArgumentException($"The header '{name}' takes printable ASCII only.", name);
    }

    /// <summary>Refuses what is no name of a header (RFC 9110, section 5.6.2).</summary>
    public static void CheckName(string name)
    {
        if (name.Length == 0 || name.Any(character => !char.IsAsciiLetterOrDigit(character) && !"!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal)))
            throw new ArgumentException($"'{name}' is no name of a header.", nameof(name));
    }

    /// <summary>Adds the headers; those that describe the body go there and replace what it says, and are left out where there is no body.</summary>
    public static void Add(HttpRequestMessage request, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            Check(name, value);
            if (request.Headers.TryAddWithoutValidation(name, value)) continue;
            if (request.Content is null) continue;
            request.Content.Headers.Remove(name);
            if (!request.Content.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"'{name}' is no name of a header.", nameof(headers));
        }
    }

    /// <summary>Asks for JSON unless the request or the client asks for something itself.</summary>
    public static void AcceptJson(HttpRequestMessage request, HttpClient http)
    {
        if (request.Headers.Contains("Accept") || http.DefaultRequestHeaders.Accept.Count > 0) return;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    private static readonly string[] SecretWords = ["token", "secret", "password", "passwd", "authorization", "credential", "signature", "apikey", "accesskey", "cookie", "session"];

    /// <summary>The secrets, the credentials that were sent in the Authorization header, those that a handler added, and what headers and query parameters hold that are named like a secret: some APIs quote them.</summary>
    public static SecretScrubber WithCredentials(SecretScrubber secrets, HttpRequestMessage? request)
    {
        if (request is null) return secrets;
        var known = request.Headers.Authorization?.Parameter is { } credentials ? secrets.And(credentials) : secrets;
        return Credentials.Of(request).Concat(NamedLikeASecret(request)).Aggregate(known, (scrubber, secret) => scrubber.And(secret));
    }

    private static IEnumerable<string> NamedLikeASecret(HttpRequestMessage request)
    {
        foreach (var (_, values) in request.Headers.NonValidated.Where(header => IsSecret(header.Key)))
            foreach (var value in values) yield return value;
        foreach (var pair in (request.RequestUri?.Query ?? "").TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && IsSecret(Uri.UnescapeDataString(pair[0]))))
            yield return Uri.UnescapeDataString(pair[1]);
    }

    /// <summary>The name of a header or of a query parameter is one of a secret.</summary>
    public static bool IsSecret(string name)
    {
        var flat = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
        return SecretWords.Any(word => flat.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
