using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>The types that the resources of one document reach, each once.</summary>
internal sealed class TypeUnion
{
    private TypeUnion(string documentPath, IReadOnlyList<BoundResource> resources)
    {
        DocumentPath = documentPath;
        Resources = resources;
    }

    public string DocumentPath { get; }

    public IReadOnlyList<BoundResource> Resources { get; }

    public string DocumentName => Resources[0].Model.DocumentName;

    /// <summary>By identity.</summary>
    public SortedDictionary<string, TypeModel> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Full C# names by identity.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public static TypeUnion Of(string documentPath, IReadOnlyList<BoundResource> resources)
    {
        var union = new TypeUnion(documentPath, resources);
        foreach (var resource in resources)
        {
            foreach (var type in resource.Model.Types)
                union.Types[type.Identity] = union.Types.TryGetValue(type.Identity, out var known) ? Merge(known, type) : type;
        }

        union.KeepRequiredInRequestsOnly();
        return union;
    }

    /// <summary>Nobody has to set what only replies hold.</summary>
    private void KeepRequiredInRequestsOnly()
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypeReference?>(Resources.SelectMany(resource => resource.Model.Operations)
            .SelectMany(operation => operation.Parameters.Select(parameter => parameter.Type).Append(operation.Body)));
        while (open.Count > 0) Reach(open.Pop(), sent, open);
        foreach (var view in Types.Values.OfType<ObjectModel>().Where(type => !sent.Contains(type.Identity)).ToList())
            Types[view.Identity] = view with { Properties = view.Properties.Select(property => property with { Settable = false }).ToEquatableArray() };
    }

    private void Reach(TypeReference? type, HashSet<string> sent, Stack<TypeReference?> open)
    {
        if (type is null) return;
        open.Push(type.Item);
        if (type.Identity is null || !sent.Add(type.Identity) || !Types.TryGetValue(type.Identity, out var model) || model is not ObjectModel view) return;
        foreach (var property in view.Properties) open.Push(property.Type);
    }

    /// <summary>One resource may only read what another one sets, so settable anywhere is settable.</summary>
    private static TypeModel Merge(TypeModel known, TypeModel other)
    {
        if (known.Equals(other) || known is not ObjectModel first || other is not ObjectModel second) return known;
        var properties = new List<PropertyModel>();
        foreach (var property in first.Properties)
        {
            var twin = second.Properties.FirstOrDefault(candidate => candidate.JsonName == property.JsonName);
            properties.Add(twin is { Settable: true } ? property with { Settable = true } : property);
        }

        properties.AddRange(second.Properties.Where(added => first.Properties.All(property => property.JsonName != added.JsonName)));
        return first with { Properties = properties.ToEquatableArray() };
    }
}
