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
        // a longer path that is added renames no shorter one, and a group no resource
        var named = bound.Model.Resources
            .OrderBy(resource => resource.Declaration.Path.Count(c => c == '/')).ThenBy(resource => resource.Declaration.Path, StringComparer.Ordinal)
            .Concat(bound.Model.Groups.OrderBy(group => group.Declaration.Property, StringComparer.Ordinal))
            .Select(resource => resource with { Declaration = resource.Declaration with { Property = names.Take(resource.Declaration.Property!) } })
            .ToList();
        return named.Select(resource => new BoundResource(
            bound.DocumentPath, resource with { Declaration = resource.Declaration with { Name = names.Take(resource.Declaration.Property!, resource.Declaration.IsGroup ? "Operations" : "Resource") } }));
    }

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
        return new(hints.Take(name), declaration, whole.Model.DocumentName, resources, others, hasError ? ClassLinker.ErrorOf(whole.Model) : null);
    }
}
