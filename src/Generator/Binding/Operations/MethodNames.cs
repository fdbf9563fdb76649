namespace Semel.Generator.Binding.Operations;

/// <summary>What the methods of a class are called. Names that are taken get a <c>By…</c> or else a number.</summary>
internal sealed class MethodNames(IClassName owner, IEnumerable<string> taken)
{
    private static readonly string[] Verbs =
    [
        "list", "get", "post", "create", "update", "delete", "patch", "put", "add", "remove", "assign", "unassign", "destroy",
        "attach", "detach", "enable", "disable", "install", "validate", "cancel", "retry", "find", "search", "set", "reset",
    ];

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Whether the word says what is done.</summary>
    public static bool IsVerb(string word) => Verbs.Contains(word);

    /// <summary>In the order of the operations. The shorter path is named first, so that a longer one which is added renames none.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<SpecOperation> operations)
    {
        var names = new string[operations.Count];
        var stable = Enumerable.Range(0, operations.Count)
            .OrderBy(index => PathTable.Segments(operations[index].Path).Length)
            .ThenBy(index => operations[index].Path, StringComparer.Ordinal).ThenBy(index => operations[index].Method, StringComparer.Ordinal);
        foreach (var index in stable) names[index] = Other(operations[index]);
        return names;
    }

    private string Other(SpecOperation operation)
    {
        var (wanted, brief) = operation.Id is { } id ? FromId(id, operation.Path) : default;
        if (brief is not null && _taken.Add(brief)) return brief;
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

    /// <summary>The name, and the brief one without the class's: the servers' <c>listServers</c> is <c>List</c>, and their <c>getServerDisks</c> of <c>/servers/{id}/disks</c> is <c>GetDisks</c>.</summary>
    private (string? Name, string? Brief) FromId(string id, string path)
    {
        var words = owner.WithoutLeading(Words.Of(id)).ToList();
        if (words.Count == 0) return default;
        var at = words.FindIndex(IsVerb);
        if (at < 0) return (Words.Pascal(words), null);
        List<string> what = [.. words.Take(at), .. words.Skip(at + 1)];
        var name = Words.Pascal([words[at], .. owner.Fuller(what, path) ?? what]);
        var rest = owner.Rest(path);
        List<string> own = [.. what.Take(Math.Max(0, what.Count - rest.Count))];
        List<string> others = [.. what.Skip(own.Count)];
        return (name, at == 0 && owner.IsNamed(own) && Noun.Singular(others).SequenceEqual(Noun.Singular(rest)) ? Words.Pascal([words[0], .. others]) : null);
    }

    /// <summary>The method and what the path names, unless that says itself what is done: <c>/chat.postMessage</c>.</summary>
    private string FromPath(SpecOperation operation)
    {
        var words = owner.Rest(operation.Path);
        return words.Count > 0 && operation.Method == "POST" && IsVerb(words[0]) ? Words.Pascal(words) : Words.Pascal([operation.Method.ToLowerInvariant(), .. words]);
    }
}
