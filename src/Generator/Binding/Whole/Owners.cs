using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// Which resource of a whole document an operation is a method of: the one whose own it is, else the one with the longest path in
/// front of it. The others are in groups.
/// </summary>
internal sealed class Owners
{
    private readonly Dictionary<(string Method, string Path), ResourceBinding> _own = [];
    private readonly Dictionary<string, ResourceBinding> _paths = new(StringComparer.Ordinal);

    public Owners(IEnumerable<(ResourceBinding Binding, ResourceModel Begun)> resources)
    {
        foreach (var (binding, begun) in resources)
        {
            foreach (var operation in begun.Operations) Add(_own, (operation.Method, operation.Path), binding);
            foreach (var path in binding.Paths) Add(_paths, PathTable.Stem(path), binding);
        }
    }

    /// <summary>Null where no resource has it.</summary>
    public ResourceBinding? Of(string method, string path)
    {
        if (_own.TryGetValue((method, path), out var owner)) return owner;
        for (var front = path; front.Length > 0; front = front.Substring(0, front.LastIndexOf('/') is > 0 and var slash ? slash : 0))
        {
            if (_paths.TryGetValue(PathTable.Stem(front), out owner)) return owner;
        }

        return null;
    }

    /// <summary>The first has it.</summary>
    private static void Add<TKey>(Dictionary<TKey, ResourceBinding> owners, TKey key, ResourceBinding owner)
        where TKey : notnull
    {
        if (!owners.ContainsKey(key)) owners.Add(key, owner);
    }
}
