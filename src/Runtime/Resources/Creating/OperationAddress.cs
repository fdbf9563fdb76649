using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The address of the operation that a 202 names, such that a later run can ask it.</summary>
internal static class OperationAddress
{
    /// <exception cref="ArgumentException">The path of the operation cannot be made from its id and the parent's arguments.</exception>
    public static void Validate(LongRunningOperation operation, IReadOnlyList<PathArgument> arguments)
    {
        if (operation.Path is { } path) PathTemplate.Fill(path, arguments, "id");
    }

    /// <summary>The address, absolute; or why it is refused; or neither, where the reply names no operation.</summary>
    /// <param name="operation">How the API names operations.</param>
    /// <param name="body">The body of the reply.</param>
    /// <param name="headers">The headers of the reply.</param>
    /// <param name="asked">The address of the create: relative ones are relative to it.</param>
    /// <param name="http">The client that will ask.</param>
    /// <param name="servers">Say where its credentials may be sent.</param>
    /// <param name="arguments">The parameters of the create's path.</param>
    public static (Uri? Address, string? Refusal) Find(
        LongRunningOperation operation, JsonObject? body, HttpResponseHeaders headers, Uri asked, HttpClient http, ResourceServers servers, IReadOnlyList<PathArgument> arguments)
    {
        var header = operation.Header is { } name && headers.TryGetValues(name, out var values) ? values.FirstOrDefault(value => value.Length > 0) : null;
        if (header is not null && (operation.Path is null || operation.IdInReply is not null)) return Resolve(header, asked, http, servers);
        var id = header ?? (operation.IdInReply is { } path && body is not null ? ResourceReader.Text(body, path) : null);
        return id is { Length: > 0 } and not ("." or "..") && operation.Path is { } template
            ? (RequestAddress.Join(http, PathTemplate.Fill(template, arguments, id)), null)
            : (null, null);
    }

    /// <summary>Why an address is not asked: the request carries credentials.</summary>
    public static string Refuse(Uri address, HttpClient http)
    {
        var origin = OriginOf(address);
        return $"the operation is at {origin}, which is not asked: the request would carry the credentials of {OriginOf(http.BaseAddress!)}. If that is where a proxy leads to, set SemelOptions.Servers[\"{origin}\"] to the address to ask";
    }

    private static string OriginOf(Uri address) => RequestAddress.WithoutUser(address).GetLeftPart(UriPartial.Authority);

    /// <summary>The address that is asked: only scheme or port may tell the API from what it was reached by, as behind a proxy that ends TLS. Credentials go where the create went.</summary>
    private static Uri AsReached(Uri address, Uri asked) => string.Equals(address.IdnHost, asked.IdnHost, StringComparison.OrdinalIgnoreCase)
        ? new Uri(new Uri(asked.GetLeftPart(UriPartial.Authority)), address.PathAndQuery)
        : address;

    private static (Uri? Address, string? Refusal) Resolve(string header, Uri asked, HttpClient http, ResourceServers servers)
    {
        if (!Uri.TryCreate(asked, header, out var address)) return (null, "the operation's address cannot be read");
        return (servers.Reached(address) ?? servers.Reached(AsReached(address, asked))) is { } reached ? (RequestAddress.WithoutUser(reached), null) : (null, Refuse(address, http));
    }
}
