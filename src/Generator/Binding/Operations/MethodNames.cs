using Semel.Generator.Binding.Inference;

namespace Semel.Generator.Binding.Operations;

/// <summary>What the methods of a model are called. Names that are taken get a <c>By…</c> or else a number.</summary>
internal sealed class MethodNames(ResourceName resource, IEnumerable<string> taken)
{
    private static readonly string[] Verbs =
    [
        "list", "get", "post", "create", "update", "delete", "patch", "put", "add", "remove", "assign", "unassign", "destroy",
        "attach", "detach", "enable", "disable", "install", "validate", "cancel", "retry", "find", "search", "set", "reset",
    ];

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public string Other(SpecOperation operation)
    {
        var wanted = operation.Id is { } id ? FromId(id) : null;
        wanted ??= FromPath(operation);
        if (_taken.Add(wanted)) return wanted;
        var last = PathTable.Segments(operation.Path).Select(PathTable.Parameter).LastOrDefault(name => name is not null);
        if (last is not null && _taken.Add(wanted + "By" + Words.Pascal(last))) return wanted + "By" + Words.Pascal(last);
        for (var number = 2; ; number++)
        {
            var numbered = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_taken.Add(numbered)) return numbered;
        }
    }

    private string? FromId(string id)
    {
        var words = resource.WithoutLeading(Words.Of(id));
        if (words.Count == 0) return null;
        var at = words.ToList().FindIndex(word => Verbs.Contains(word));
        return Words.Pascal(at <= 0 ? words : [words[at], .. words.Take(at), .. words.Skip(at + 1)]);
    }

    private string FromPath(SpecOperation operation)
    {
        var literals = PathTable.Segments(operation.Path).Skip(resource.Depth).Where(segment => PathTable.Parameter(segment) is null);
        return Words.Pascal([operation.Method.ToLowerInvariant(), .. literals.SelectMany(Words.Of)]);
    }
}
