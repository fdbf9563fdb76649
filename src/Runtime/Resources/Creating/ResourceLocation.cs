namespace Semel;

/// <summary>The id in an address of a resource, such as the Location of a create's reply.</summary>
internal static class ResourceLocation
{
    /// <summary>Stands for the id while the address of a resource is made; what comes around it is then known.</summary>
    private const string Placeholder = "~semel-id~";

    /// <summary>The id where the address is that of one resource, by the template of its read; else null.</summary>
    public static string? IdIn(Uri location, Uri asked, HttpClient http, ResourceServers servers, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments)
    {
        if (resource is not { ReadPath: { } template, IdParameter: { } parameter }) return null;
        var read = servers.AddressOf(HttpMethod.Get, template);
        if (!Uri.TryCreate(asked, location, out var given)) return null;
        var address = servers.Reached(given) ?? given;
        if (!(IsAt(address, asked) || (read is not null && IsAt(address, read)))) return null;
        if (PathTemplate.TryExpand(template, [.. arguments, .. IdPath.Names(parameter).Select(name => new PathArgument(name, Placeholder))]) is not { } own) return null;
        var based = (read is null ? RequestAddress.Join(http, own) : RequestAddress.Under(read, own)).AbsolutePath;
        return IdIn(address.AbsolutePath, based) ?? IdIn(address.AbsolutePath, own); // some servers leave out what a proxy adds
    }

    private static bool IsAt(Uri address, Uri known) => string.Equals(address.IdnHost, known.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string? IdIn(string path, string template)
    {
        var around = template.Split(Placeholder);
        var parts = new List<string>();
        path = path.TrimEnd('/');
        if (!path.StartsWith(around[0], StringComparison.Ordinal)) return null;
        var at = around[0].Length;
        foreach (var behind in around.Skip(1))
        {
            var end = path.IndexOf('/', at) is >= 0 and var slash ? slash : path.Length;
            if (behind.Length > 0 && behind[0] != '/') end -= behind.Length; // /messages/{id}.json
            if (end <= at || string.CompareOrdinal(path, end, behind, 0, behind.Length) != 0) return null;
            parts.Add(Uri.UnescapeDataString(path[at..end]));
            at = end + behind.Length;
        }

        return at != path.Length || parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : CompositeId.TryOf(parts);
    }
}
