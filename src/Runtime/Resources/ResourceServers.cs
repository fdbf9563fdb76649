namespace Semel;

/// <summary>Where the operations of one kind of resource are served: at the client's base address, or at a server of their own.</summary>
internal sealed class ResourceServers(HttpClient http, SemelContext semel, ResourceDescriptor resource)
{
    /// <summary>What the document calls the operation's own server; null where it has none.</summary>
    public string? Of(HttpMethod method, string path) => resource.Servers.GetValueOrDefault($"{method} {path}");

    /// <summary>The address that the operation's paths are appended to; null: the client's base address.</summary>
    /// <exception cref="InvalidOperationException">The program has not said where the server is.</exception>
    public Uri? AddressOf(HttpMethod method, string path) => Of(method, path) is { } server ? RequestAddress.OfServer(http, server, semel.Options.Servers) : null;

    /// <summary>Every server is known: what is begun can be looked at and ended.</summary>
    /// <exception cref="InvalidOperationException">The program has not said where one of them is.</exception>
    public void RequireAll()
    {
        foreach (var server in resource.Servers.Values) RequestAddress.OfServer(http, server, semel.Options.Servers);
    }

    /// <summary>A request of the operation.</summary>
    public ApiRequest Request(HttpMethod method, string path) => Of(method, path) is { } server ? new ApiRequest(method, path).Server(server) : new ApiRequest(method, path);

    /// <summary>The API itself gave the address, and the credentials may be sent there: to where the client or a server that the program has set is.</summary>
    public bool IsKnown(Uri address) => new[] { http.BaseAddress! }.Concat(semel.Options.Servers.Values).Any(known => RequestAddress.SameOrigin(address, known));

    /// <summary>Where an address that the API gave is asked: as it stands where that is known, else where the program has set that the server in it is; an API behind a proxy gives the address by which it knows itself. Null: nowhere.</summary>
    public Uri? Reached(Uri address)
    {
        if (IsKnown(address)) return address;
        foreach (var (server, known) in semel.Options.Servers)
        {
            if (Uri.TryCreate(server, UriKind.Absolute, out var said) && RequestAddress.SameOrigin(address, said) && Below(address, said) is { } path) return RequestAddress.Under(known, path);
        }

        return null;
    }

    /// <summary>What of the address comes below that of the server; null: it isn't below it.</summary>
    private static string? Below(Uri address, Uri server)
    {
        var (whole, above) = (address.PathAndQuery, server.AbsolutePath.TrimEnd('/'));
        return whole.StartsWith(above + "/", StringComparison.Ordinal) ? whole[above.Length..] : null;
    }
}
