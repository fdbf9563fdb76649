using System.Collections.Immutable;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Unites what the declarations of a project reach and gives everything its final name. The order of the input doesn't matter.</summary>
internal static class DocumentLinker
{
    public static LinkedProject Link(ImmutableArray<BoundResource> resources, CancellationToken cancellationToken)
    {
        var ordered = resources
            .OrderBy(resource => resource.DocumentPath, StringComparer.Ordinal)
            .ThenBy(resource => DeclarationNames.Full(resource.Model.Declaration), StringComparer.Ordinal)
            .ToList();
        var single = ordered.SelectMany(WholeLinker.Resources).ToList();
        var hints = new HintNames();
        var documents = new List<DocumentModel>();
        var classes = new List<ClassModel>();
        var groups = new List<GroupModel>();
        foreach (var group in single.GroupBy(resource => DeclarationNames.ModelNamespace(resource.Model), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            LinkNamespace(group.Key, [.. group], [.. ordered, .. single], hints, documents, classes, groups);
        }

        return new(
            documents.ToEquatableArray(),
            classes.Where(model => model.Declaration.Property is null).ToEquatableArray(),
            ordered.Where(resource => resource.Model.Declaration.IsWhole).Select(whole => WholeLinker.Link(whole, classes, groups, hints)).ToEquatableArray(),
            CommonCauses.Merge(ordered.Concat(single).SelectMany(resource => resource.Model.Diagnostics).Distinct()).ToEquatableArray());
    }

    private static void LinkNamespace(
        string name, List<BoundResource> resources, List<BoundResource> all, HintNames hints,
        List<DocumentModel> documents, List<ClassModel> classes, List<GroupModel> groups)
    {
        var unions = resources
            .GroupBy(resource => resource.DocumentPath, StringComparer.Ordinal)
            .Select(group => TypeUnion.Of(group.Key, [.. group]))
            .ToList();
        TypeNames.Assign(unions, name, all.SelectMany(resource => DeclarationNames.Occupied(resource.Model.Declaration, name)));
        foreach (var union in unions)
        {
            var linker = new TypeLinker(union);
            foreach (var resource in union.Resources)
            {
                if (resource.Model.Declaration.IsGroup) groups.Add(ClassLinker.LinkGroup(resource.Model, linker));
                else classes.Add(ClassLinker.Link(resource, linker, hints));
            }

            var types = union.Types.Values.Select(linker.Link).OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray();
            documents.Add(new(hints.Take(union.DocumentName + ".Models"), union.DocumentName, name, types));
        }
    }
}
