namespace Semel;

/// <summary>The id in an address of a resource, such as the Location of a create's reply.</summary>
internal static class ResourceLocation
{
    /// <summary>Stands for the id while the address of a resource is made; what comes around it is then known.</summary>
    private const string Placeholder = "~semel-id~";

    /// <summary>The id where the address is that of one resource, by the template of its read; else null.</summary>
    public static string? IdIn(Uri location, Uri asked, HttpClient http, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments)
    {
        if (resource is not { ReadPath: { } template, IdParameter: { } parameter }) return null;
        if (!Uri.TryCreate(asked, location, out var address) || !string.Equals(address.IdnHost, asked.IdnHost, StringComparison.OrdinalIgnoreCase)) return null;
        if (PathTemplate.TryExpand(template, [.. arguments, new PathArgument(parameter, Placeholder)]) is not { } own) return null;
        var based = RequestAddress.Join(http, own).AbsolutePath;
        return IdIn(address.AbsolutePath, based) ?? IdIn(address.AbsolutePath, own); // some servers leave out what a proxy adds
    }

    private static string? IdIn(string path, string template)
    {
        var around = template.Split(Placeholder);
        path = path.TrimEnd('/');
        if (around.Length != 2 || path.Length <= around[0].Length + around[1].Length) return null;
        if (!path.StartsWith(around[0], StringComparison.Ordinal) || !path.EndsWith(around[1], StringComparison.Ordinal)) return null;
        var id = path[around[0].Length..^around[1].Length];
        return id.Contains('/', StringComparison.Ordinal) ? null : Uri.UnescapeDataString(id);
    }
}
