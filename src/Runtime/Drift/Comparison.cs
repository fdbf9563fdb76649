using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Compares what is wanted with what was wanted, or with what the API shows, property by property.</summary>
internal sealed class Comparison
{
    /// <summary>Knows nothing of the document: no sets, no enumerations, no marker.</summary>
    public static readonly Comparison Plain = new();

    private readonly IReadOnlyList<ISameValue> _rules;
    private readonly IReadOnlyList<string> _sets;
    private readonly IReadOnlyList<string> _owned;

    /// <param name="sets">Paths of arrays whose order means nothing.</param>
    /// <param name="owned">Those of them, and maps, that are ours alone: what somebody else added is a difference.</param>
    /// <param name="enumerations">Paths of texts that the document lists.</param>
    /// <param name="marker">The field that carries our marker, which is no difference.</param>
    /// <param name="rules">Default: all. Tests leave one out, to prove that they would notice.</param>
    public Comparison(IReadOnlyList<string>? sets = null, IReadOnlyList<string>? owned = null, IReadOnlyList<string>? enumerations = null, MarkerField? marker = null, IReadOnlyList<ISameValue>? rules = null)
    {
        (_sets, _owned, Marker) = (sets ?? [], owned ?? [], marker);
        _rules = rules ?? [new SameLiteral(), new SameTime(), new SameWord(enumerations ?? [])];
    }

    /// <summary>The field that carries our marker.</summary>
    public MarkerField? Marker { get; }

    /// <summary>What the input asks for now and didn't before, and the other way round.</summary>
    public IEnumerable<Finding> OfInputs(JsonObject before, JsonObject wanted) => Between(before, wanted, "", null, isRemote: false);

    /// <summary>What the API shows otherwise than it was asked for. What wasn't asked for, such as a default or a timestamp, and what isn't shown, say nothing.</summary>
    public IEnumerable<Finding> OfRemote(JsonObject shown, JsonObject wanted) =>
        Between(Marker is { } field ? MarkerWriter.Strip(shown, field) : shown, Marker is { } mine ? MarkerWriter.Strip(wanted, mine) : wanted, "", null, isRemote: true);

    /// <summary>True when the API shows the same as it did.</summary>
    public bool IsAsBefore(string path, JsonNode? before, JsonNode? shown) => Same(path, before, shown, isRemote: true) && Same(path, shown, before, isRemote: true);

    private IEnumerable<Finding> Between(JsonObject there, JsonObject wanted, string prefix, string? root, bool isRemote)
    {
        var names = isRemote && !_owned.Contains(prefix.TrimEnd('.')) ? wanted.Where(property => property.Value is null || there.ContainsKey(property.Key)).Select(property => property.Key) : there.Concat(wanted).Select(property => property.Key).Distinct();
        foreach (var name in names)
        {
            var path = prefix + name;
            var (hasOld, hasNew) = (there.TryGetPropertyValue(name, out var before), wanted.TryGetPropertyValue(name, out var after));
            if (before is JsonObject old && after is JsonObject now)
            {
                foreach (var finding in Between(old, now, $"{path}.", root ?? name, isRemote)) yield return finding;
            }
            else if ((!isRemote && hasOld != hasNew) || !Same(path, before, after, isRemote))
            {
                yield return new(path, root ?? name, hasOld ? before : null, hasOld, hasNew ? after : null, hasNew);
            }
        }
    }

    private bool Same(string path, JsonNode? there, JsonNode? wanted, bool isRemote)
    {
        if (there is null || wanted is null) return there is null && wanted is null;
        if (isRemote && Named.IsOtherShape(wanted, there)) return true;
        return (there, wanted) switch
        {
            (JsonObject shown, JsonObject asked) => asked.All(property => isRemote && !shown.ContainsKey(property.Key) || Same($"{path}.{property.Key}", shown[property.Key], property.Value, isRemote))
                && (isRemote || shown.All(property => asked.ContainsKey(property.Key))),
            (JsonArray shown, JsonArray asked) when isRemote && _sets.Contains(path) && !_owned.Contains(path) => AsSets(path, shown, asked, isRemote),
            (JsonArray shown, JsonArray asked) => shown.Count == asked.Count && (InOrder(path, shown, asked, isRemote) || ((isRemote || _sets.Contains(path)) && AsSets(path, shown, asked, isRemote))),
            _ => JsonNode.DeepEquals(there, wanted) || _rules.Any(rule => rule.Holds(path, there, wanted)),
        };
    }

    private bool InOrder(string path, JsonArray shown, JsonArray asked, bool isRemote) =>
        shown.Zip(asked).All(pair => Same(path, pair.First, pair.Second, isRemote));

    /// <summary>A server may give a list back in any order. Each item that is asked for has one of its own.</summary>
    private bool AsSets(string path, JsonArray shown, JsonArray asked, bool isRemote)
    {
        var left = shown.ToList();
        return asked.All(wanted =>
        {
            var found = left.FindIndex(item => Same(path, item, wanted, isRemote));
            if (found < 0) return false;
            left.RemoveAt(found);
            return true;
        });
    }
}
