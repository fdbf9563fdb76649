using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The declared path creates by its POST. A path without one that ends in a parameter creates by its PUT: the client chooses the
/// address. So does the one path under a collection without a POST whose PUT says that it creates.
/// </summary>
internal sealed class CreatePlaceRule(PathTable paths, References references)
{
    public CreatePlace Find(string declared)
    {
        if (!paths.Contains(declared) || Operation(declared, "post") is not null) return ByPost(declared);
        if (Collection(declared) is { } collection && Operation(declared, "put") is not null) return new("PUT", declared, collection);
        var named = paths.AtAndUnder(declared).Select(path => path.Path)
            .Where(path => Collection(path) == declared.TrimEnd('/') && Operation(path, "put") is { } put && CreatingPutRule.Says(put, references)).ToList();
        return named.Count == 1 ? new("PUT", named[0], declared) : ByPost(declared);
    }

    private CreatePlace ByPost(string declared) => new("POST", declared, CollectionRule.Find(declared, paths));

    private Located? Operation(string path, string method) =>
        paths.Item(path) is { } item && references.Resolve(item) is { } target ? references.Get(target, method) : null;

    /// <summary>What stands in front of the parameter that ends the path; null where it ends in none.</summary>
    public static string? Collection(string path)
    {
        var stem = PathTable.Stem(path);
        var slash = stem.LastIndexOf('/');
        return slash > 0 && PathTable.Parameter(stem.Substring(slash + 1)) is not null ? stem.Substring(0, slash) : null;
    }
}
