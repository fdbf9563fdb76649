namespace Semel;

/// <summary>Makes base addresses of the servers that a document names.</summary>
public static class ServerAddress
{
    /// <summary>The address of a server with its variables.</summary>
    /// <param name="template">The server's URL: <c>https://api-{zone}.example.com/v2</c>.</param>
    /// <param name="variables">Each variable of the template.</param>
    /// <exception cref="ArgumentException">A value is none that the document allows, or would change more of the address than its place.</exception>
    public static Uri Of(string template, params ServerVariable[] variables)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(variables);
        var url = variables.Aggregate(template, Replace);
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0
            ? address
            : throw new ArgumentException($"'{url}' is no address of HTTP.", nameof(template));
    }

    /// <summary>The address of a server whose document gives a path only.</summary>
    /// <param name="origin">Where the API is served: <c>https://example.com</c>.</param>
    /// <param name="template">The server's URL: <c>/api/v3</c>.</param>
    /// <param name="variables">Each variable of the template.</param>
    /// <exception cref="ArgumentException">The origin is not absolute; or as with an absolute address.</exception>
    public static Uri Of(Uri origin, string template, params ServerVariable[] variables)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(template);
        if (!origin.IsAbsoluteUri) throw new ArgumentException("The origin must be absolute, such as https://example.com.", nameof(origin));
        var path = template.StartsWith('/') ? template : new Uri(origin, "./").AbsolutePath + template;
        return Of(origin.GetLeftPart(UriPartial.Authority) + "/" + path.TrimStart('/'), variables);
    }

    private static string Replace(string url, ServerVariable variable)
    {
        if (variable.Allowed.Count > 0 && !variable.Allowed.Contains(variable.Value, StringComparer.Ordinal))
            throw new ArgumentException($"'{variable.Value}' is no value of the server's variable '{variable.Name}': {string.Join(", ", variable.Allowed)}.", variable.Name);
        var place = url.IndexOf("{" + variable.Name + "}", StringComparison.Ordinal);
        if (place < 0) return url;
        var start = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var isInPath = start > 0 && url.IndexOf('/', start) is >= 0 and var slash && slash < place;
        var isFit = variable.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '~' || (c is '/' && isInPath)) && !variable.Value.Split('/').Contains("..");
        return isFit
            ? url.Replace("{" + variable.Name + "}", variable.Value, StringComparison.Ordinal)
            : throw new ArgumentException($"The value of the server's variable '{variable.Name}' has a character that would change more of the address than its place.", variable.Name);
    }
}
