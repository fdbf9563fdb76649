using Semel.Generator.Binding.Whole;
using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Gives the resources of a whole document their final names and puts them together again.</summary>
internal static class WholeLinker
{
    /// <summary>The resources that are linked one by one: the declaration itself, or all of its document.</summary>
    public static IEnumerable<BoundResource> Resources(BoundResource bound)
    {
        var declaration = bound.Model.Declaration;
        if (!declaration.IsWhole) return [bound];
        var names = new NameScope([declaration.Name, DeclarationNames.ExtensionsClass(declaration), .. declaration.Members, .. ReservedNames.OfObject]);
        // a path that is added renames none but where it is plainer, and a group no resource: the name is part of what records are kept under
        var all = NameWish.Plainest(bound.Model.Resources, resource => resource.Declaration.Path)
            .Concat(bound.Model.Groups.OrderBy(group => group.Declaration.Property, StringComparer.Ordinal))
            .ToList();
        var properties = names.TakeAll([.. all.Select(resource => Wish(resource.Declaration))]);
        return all.Select((resource, index) => new BoundResource(
            bound.DocumentPath, resource with { Declaration = resource.Declaration with { Property = properties[index], Name = Class(resource.Declaration, properties[index], names) } })).ToList();
    }

    private static NameWish Wish(ModelDeclaration resource) => resource.IsGroup
        ? new(resource.Property!, resource.Property!, [resource.Property + "Operations"])
        : new(resource.Property!, resource.Path, [ResourceNames.Distinguished(resource.Path, resource.Property!)]);

    private static string Class(ModelDeclaration resource, string property, NameScope names) =>
        names.TakeAll([new(property, resource.Path, [])], resource.IsGroup ? "Operations" : "Resource")[0];

    public static WholeModel Link(BoundResource whole, IEnumerable<ClassModel> classes, IEnumerable<GroupModel> groups, HintNames hints)
    {
        var declaration = whole.Model.Declaration;
        var name = DeclarationNames.Full(declaration);
        var resources = classes
            .Where(model => model.Body is not null && model.Declaration.Property is not null && DeclarationNames.Outer(model.Declaration) == name)
            .OrderBy(model => model.Declaration.Property, StringComparer.Ordinal)
            .ToEquatableArray();
        var others = groups
            .Where(group => DeclarationNames.Outer(group.Declaration) == name)
            .OrderBy(group => group.Declaration.Property, StringComparer.Ordinal)
            .ToEquatableArray();
        var hasError = whole.Model.Diagnostics.Any(diagnostic => diagnostic.IsError) || string.IsNullOrWhiteSpace(declaration.Document);
        return new(hints.Take(name), declaration, whole.Model.DocumentName, resources, others, hasError ? ClassLinker.ErrorOf(whole.Model) : null) { Api = whole.Model.Api };
    }
}
