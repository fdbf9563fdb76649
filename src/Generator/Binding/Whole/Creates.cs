using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// Where a document may create: at each path with a POST, and at each address of the client's whose PUT says that it creates and whose
/// collection has no POST.
/// </summary>
internal static class Creates
{
    public static IEnumerable<Create> Of(PathTable paths, References references)
    {
        foreach (var path in paths.All)
        {
            if (references.Resolve(paths.Item(path)!) is not { } item) continue;
            if (Operation(item, "post") is { } post) yield return new("POST", path, post);
            else if (Operation(item, "put") is { } put && IsChosen(path) && references.Get(item, "put") is { } place && CreatingPutRule.Says(place, references)) yield return new("PUT", path, put);
        }

        bool IsChosen(string path) => CreatePlaceRule.Collection(path) is { } collection
            && !(paths.Contains(collection) && references.Resolve(paths.Item(collection)!) is { } item && Operation(item, "post") is not null);
    }

    private static SpecEntry? Operation(Located item, string method) => item.Node.Members().FirstOrDefault(entry => entry.Key == method);
}

/// <param name="Key">The method's name as it stands.</param>
internal sealed record Create(string Method, string Path, SpecEntry Key)
{
    public LocationInfo Location => Key.KeyLocation;

    /// <summary>The operation, and its path's item.</summary>
    public IEnumerable<Located> Places(PathTable paths, References references)
    {
        if (references.Resolve(paths.Item(Path)!) is not { } item) yield break;
        if (references.Get(item, Method.ToLowerInvariant()) is { } place && references.Resolve(place) is { } operation) yield return operation;
        yield return item;
    }
}
