using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The collection is the path whose POST creates. Where that path ends in the verb, the collection is the path in front of it:
/// <c>/networks</c> of <c>/networks/create</c>. A query that is written into the path is not part of it: <c>/templates</c> of <c>/templates?kind=html</c>.
/// </summary>
internal static class CollectionRule
{
    private const string Verb = "/create";

    public static string Find(string path, PathTable paths)
    {
        if (path.IndexOf('?') is > 0 and var query && path.Substring(0, query) is var bare && Leads(bare, paths)) return bare;
        if (!path.EndsWith(Verb, StringComparison.Ordinal)) return path;
        var front = path.Substring(0, path.Length - Verb.Length);
        return front.Length > 0 && Leads(front, paths) ? front : path;
    }

    private static bool Leads(string front, PathTable paths) => paths.All.Any(other => other == front || other.StartsWith(front + "/{", StringComparison.Ordinal));
}
