using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Rewrites the types of one document with final names.</summary>
internal sealed class TypeLinker
{
    private readonly TypeUnion _union;
    private readonly Dictionary<string, EquatableArray<PropertyModel>> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<(string Identity, string JsonName)> _usedInCode = [];

    public TypeLinker(TypeUnion union)
    {
        _union = union;
        foreach (var type in union.Types.Values.OfType<ObjectModel>()) _properties[type.Identity] = NameProperties(type);
    }

    /// <summary>The properties of a type with final names and references as bound; null where the type is unknown.</summary>
    public EquatableArray<PropertyModel>? Properties(string? identity) =>
        identity is not null && _properties.TryGetValue(identity, out var properties) ? properties : null;

    /// <summary>Generated code reads this property, so it must not become obsolete.</summary>
    public void KeepUsable(string identity, string jsonName) => _usedInCode.Add((identity, jsonName));

    public TypeModel Link(TypeModel type) => type switch
    {
        ObjectModel view => view with
        {
            Name = SimpleName(type.Identity),
            Properties = _properties[type.Identity].Select(property => Link(type.Identity, property)).ToEquatableArray(),
        },
        _ => type with { Name = SimpleName(type.Identity) },
    };

    /// <summary>The reference with the C# name as identity; what leads nowhere is any JSON.</summary>
    public TypeReference Link(TypeReference type) => type.Kind switch
    {
        TypeKind.Object or TypeKind.Enum => type.Identity is not null && _union.Names.TryGetValue(type.Identity, out var name)
            ? type with { Identity = name }
            : new(TypeKind.Json),
        TypeKind.List or TypeKind.Map => type with { Item = type.Item is null ? new(TypeKind.Json) : Link(type.Item) },
        TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.DateTime
            or TypeKind.Date or TypeKind.Scalar or TypeKind.Json or TypeKind.Stream or TypeKind.Download => type,
    };

    /// <summary>Where the attribute Obsolete would warn inside generated code, the documentation says it instead.</summary>
    private PropertyModel Link(string identity, PropertyModel property)
    {
        var linked = property with { Type = Link(property.Type) };
        var mustStayUsable = (property.Required && property.Settable) || _usedInCode.Contains((identity, property.JsonName));
        if (!property.Deprecated || !mustStayUsable) return linked;
        var documentation = string.IsNullOrWhiteSpace(property.Documentation) ? "Deprecated." : property.Documentation + "\n\nDeprecated.";
        return linked with { Deprecated = false, Documentation = documentation };
    }

    private string SimpleName(string identity) => _union.Names[identity].Split('.').Last();

    private EquatableArray<PropertyModel> NameProperties(ObjectModel type)
    {
        var scope = new NameScope(ReservedNames.OfView(SimpleName(type.Identity).TrimStart('@')));
        var plainest = NameWish.Plainest(type.Properties, property => property.JsonName).ToList();
        var names = plainest.Zip(scope.TakeAll([.. plainest.Select(property => NameWish.OfText(property.Name, property.JsonName))]), (property, name) => (property.JsonName, name))
            .ToDictionary(pair => pair.JsonName, pair => pair.name, StringComparer.Ordinal);
        return type.Properties.Select(property => property with { Name = names[property.JsonName] }).ToEquatableArray();
    }
}
