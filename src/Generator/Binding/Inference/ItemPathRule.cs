using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>One resource is addressed by the collection's path and one parameter more: <c>/v2/vpcs/{vpc_id}</c>.</summary>
internal static class ItemPathRule
{
    public static (string Path, string Parameter)? Find(string collection, IReadOnlyList<SpecOperation> operations)
    {
        var depth = PathTable.Depth(collection);
        var candidates =
            from operation in operations
            let segments = PathTable.Segments(operation.Path)
            where segments.Length == depth + 1
            let parameter = PathTable.Parameter(segments[depth])
            where parameter is not null
            // of several parameters at one place, the one that is read is the id
            orderby operation.Method == "GET" ? 0 : 1
            select (operation.Path, parameter);
        var found = candidates.ToList();
        return found.Count == 0 ? null : found[0];
    }
}
