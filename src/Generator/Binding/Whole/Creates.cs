using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Whole;

/// <summary>Where a document may create: at each path with a POST, and with a PUT that says so.</summary>
internal static class Creates
{
    public static IEnumerable<Create> Of(PathTable paths, References references)
    {
        var rule = new CreatePlaceRule(paths, references);
        foreach (var path in paths.All)
        {
            if (rule.At(path) is { } place && references.Resolve(paths.Item(path)!) is { } item && Operation(item, place.Method) is { } key) yield return new(place.Method, path, key);
        }
    }

    private static SpecEntry? Operation(Located item, string method) => item.Node.Members().FirstOrDefault(entry => entry.Key == method.ToLowerInvariant());
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
