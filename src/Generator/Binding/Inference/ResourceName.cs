using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>What the resource is called: the last word of its path, in the singular.</summary>
internal sealed class ResourceName : IClassName
{
    private readonly string _flat;
    private readonly IReadOnlyList<string> _plural;

    public ResourceName(string path)
    {
        var segments = PathTable.Segments(path);
        Depth = segments.Length;
        var last = segments.LastOrDefault(segment => PathTable.Parameter(segment) is null) ?? "resource";
        _plural = Words.Of(last);
        Singular = Noun.Singular(_plural);
        _flat = string.Concat(Singular);
        Name = Words.Pascal(Singular);
    }

    /// <summary>Segments of the path.</summary>
    public int Depth { get; }

    public IReadOnlyList<string> Singular { get; }

    /// <summary>In Pascal case: <c>LoadBalancer</c>.</summary>
    public string Name { get; }

    /// <summary>Whether a property is called like the resource, in the singular or the plural.</summary>
    public bool Matches(string name) => Words.One(name) == _flat;

    /// <summary>The words without the resource's name in front.</summary>
    public IReadOnlyList<string> WithoutLeading(IReadOnlyList<string> words)
    {
        foreach (var name in new[] { _plural, Singular })
        {
            if (words.Count >= name.Count && words.Take(name.Count).SequenceEqual(name)) return [.. words.Skip(name.Count)];
        }

        return words;
    }

    public bool IsNamed(IReadOnlyList<string> words) => words.SequenceEqual(_plural) || words.SequenceEqual(Singular);

    public IReadOnlyList<string> Rest(string path) =>
        [.. PathTable.Segments(path).Skip(Depth).Where(segment => PathTable.Parameter(segment) is null).SelectMany(segment => Words.Of(segment))];

    /// <summary>The id of an operation on a resource says enough: the class says the rest.</summary>
    public IReadOnlyList<string>? Fuller(IReadOnlyList<string> what, string path) => null;
}
