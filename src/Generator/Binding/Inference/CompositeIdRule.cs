using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What has no id of one part is addressed by several parameters behind its collection, each of which takes a property of it: <c>/rrsets/{rr_name}/{rr_type}</c>
/// takes <c>name</c> and <c>type</c>, <c>/buckets/{regionId}/{bucket}</c> takes <c>region</c> and <c>label</c>, <c>/repos/{owner}/{repo}</c> takes <c>owner.login</c> and <c>name</c>. The id is these in the order of the path: <c>name+type</c>.
/// </summary>
internal sealed class CompositeIdRule(PropertyPaths paths, ResourceName resource)
{
    private static readonly string[] Names = ["name", "label", "slug", "key", "id"];
    private static readonly string[] Owners = ["login", "slug", "username", "key", "id", "name"];

    /// <summary>The item's path and its parameters, where what was created shows a property for each of them.</summary>
    public (string Path, string Parameters)? Find(string collection, IReadOnlyList<SpecOperation> operations, Schema created)
    {
        var depth = PathTable.Depth(collection);
        foreach (var operation in operations.Where(operation => operation is { Problem: null, Method: "GET" or "DELETE" }).OrderBy(operation => operation.Method == "GET" ? 0 : 1))
        {
            var own = PathTable.Segments(operation.Path).Skip(depth).Select(PathTable.Parameter).ToList();
            if (own.Count < 2 || own.Contains(null)) continue;
            var parameters = IdPath.Join(own);
            if (Properties(created, parameters) is not null) return (operation.Path, parameters);
        }

        return null;
    }

    /// <summary>The properties that the parameters take; null where one takes none, or two the same.</summary>
    public string? Properties(Schema created, string parameters)
    {
        var scalars = paths.Properties(created).Where(property => property.Schema is { IsScalar: true, Kind: not SchemaKind.Boolean }).Select(property => property.Name).ToList();
        var found = IdPath.Parts(parameters).Select(parameter => scalars.Find(name => Words.Same(name, parameter)) ?? OfOwner(created, parameter) ?? Property(scalars, parameter)).ToList();
        return found.Contains(null) || found.Distinct().Count() < found.Count ? null : IdPath.Join(found);
    }

    private string? Property(List<string> scalars, string parameter) =>
        scalars.Find(name => Words.EndsWith(parameter, name))
        ?? scalars.Find(name => Words.Flat(parameter) == Words.Flat(name) + "id")
        ?? (resource.Matches(parameter) ? Array.Find(Names, scalars.Contains) : null);

    /// <summary>What names another, to which it belongs: <c>owner.login</c> for <c>{owner}</c>, <c>owner.name</c> for <c>{owner_name}</c>.</summary>
    private string? OfOwner(Schema created, string parameter)
    {
        foreach (var (name, owner) in paths.Properties(created))
        {
            if (owner.Kind != SchemaKind.Object) continue;
            var field = Words.Same(name, parameter) ? Array.Find(Owners, field => paths.Find(owner, field) is { IsScalar: true })
                : paths.Properties(owner).FirstOrDefault(field => field.Schema.IsScalar && Words.Flat(parameter) == Words.Flat(name) + Words.Flat(field.Name)).Name;
            if (field is not null) return name + "." + field;
        }

        return null;
    }
}
