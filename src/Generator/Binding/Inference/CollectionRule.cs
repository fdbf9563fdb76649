using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The collection is the path whose POST creates. Where that path ends in the verb, the collection is the path in front of it:
/// <c>/networks</c> of <c>/networks/create</c>.
/// </summary>
internal static class CollectionRule
{
    private const string Verb = "/create";

    public static string Find(string path, PathTable paths)
    {
        if (!path.EndsWith(Verb, StringComparison.Ordinal)) return path;
        var front = path.Substring(0, path.Length - Verb.Length);
        return front.Length > 0 && paths.All.Any(other => other == front || other.StartsWith(front + "/{", StringComparison.Ordinal)) ? front : path;
    }
}
