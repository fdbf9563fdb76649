using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>Infers the facts of a resource whose operations are known. What is declared wins.</summary>
internal sealed class FactsInference(BindingContext context, ResourceOperations operations, Schema resource)
{
    private readonly MarkerRule _marker = new(context.Reader, context.Properties);

    private DeclaredOverrides Overrides => context.Declaration.Overrides;

    private string Body => "the body of POST " + context.Path;

    /// <summary>Null where an error was reported.</summary>
    public (ResourceFacts Facts, PagingModel? Paging, bool IsListUsed)? Find()
    {
        if (Id() is not { } id) return null;
        var key = Key(id);
        var paging = Paging(id, out var list);
        var nameInResource = NameInResourceRule.Find(context.Properties, resource, key);
        var marker = Marker(list);
        var unique = key is null ? null : new UniquenessRule(context.References, context.Properties)
            .Reason(operations.Create, operations.Request, key, resource, nameInResource, id);
        var canFindByName = (key == id && operations.Read is not null) || (list is not null && nameInResource is not null);
        var (guarantee, reason) = GuaranteeRule.Find(Overrides.Guarantee, unique, marker, canFindByName, list is not null);
        if (guarantee == "Marker" && marker is null) context.Diagnostics.Add(DiagnosticCatalogue.MarkerNotFound, context.Declaration.Location, context.Path);
        if (guarantee == "AtMostOnce" && Overrides.Guarantee is null) context.Diagnostics.Add(DiagnosticCatalogue.AtMostOnce, operations.Create.KeyLocation, context.Path);
        var secrets = new SecretsRule(context.Reader).Find([operations.Request, resource], id, key, nameInResource, marker?.Property);
        var facts = new ResourceFacts(
            resource.Pointer, id, operations.Item?.Parameter, key, nameInResource, NameFilterRule.Find(list, key), marker, guarantee, reason, secrets);
        return (facts, paging, list is not null);
    }

    private string? Id()
    {
        var created = operations.CreateReply.Resource;
        if (Overrides.Id is { } declared) return DeclaredId(created, declared);
        var id = new IdRule(context.Properties, context.Name).Find(created, operations.ReadReply?.Resource, operations.Item?.Parameter, ParameterDescription());
        if (id is null) context.Diagnostics.Add(DiagnosticCatalogue.IdNotFound, operations.Create.Reply.Location, context.Path);
        return id;
    }

    private string? ParameterDescription() => operations.All
        .Where(operation => operation.Path == operations.Item?.Path)
        .SelectMany(operation => operation.Parameters)
        .FirstOrDefault(parameter => parameter.Name == operations.Item?.Parameter)?.Description;

    /// <summary>Documents forget the id in the create's reply, but show it in the read's.</summary>
    private string? DeclaredId(Schema created, string declared)
    {
        var prefix = operations.CreateReply.Path + ".";
        var path = prefix.Length > 1 && declared.StartsWith(prefix, StringComparison.Ordinal) ? declared.Substring(prefix.Length) : declared;
        if (context.Properties.Find(created, path) is not null || context.Properties.Find(resource, path) is not null) return path;
        var names = created.Properties.Select(property => prefix.Length > 1 ? prefix + property.Name : property.Name);
        return NotFound("Id", declared, "the reply of POST " + context.Path, names);
    }

    private string? Key(string id)
    {
        if (Overrides.Key is { } declared)
        {
            return context.Properties.Find(operations.Request, declared) is not null
                ? declared
                : NotFound("Key", declared, Body, operations.Request.Properties.Select(property => property.Name));
        }

        var key = new NaturalKeyRule(context.Properties, context.Name).Find(operations.Request, id);
        if (key is null) context.Diagnostics.Add(DiagnosticCatalogue.KeyNotInferred, operations.Create.KeyLocation, context.Path);
        return key;
    }

    private MarkerModel? Marker(SpecOperation? list)
    {
        if (Overrides.Marker is not { } declared) return _marker.Find(operations.Request, resource, list);
        if (declared.Length == 0) return null;
        if (_marker.Of(operations.Request, resource, declared, list) is { } marker) return marker;
        NotFound("Marker", declared, Body + " and of the resource that is a text or a list of texts", operations.Request.Properties.Select(property => property.Name));
        return null;
    }

    /// <summary>The list, where it can be read to its end and shows the id.</summary>
    private PagingModel? Paging(string id, out SpecOperation? list)
    {
        list = operations.List;
        if (list is null || operations.ListReply is null) return null;
        var (paging, problem) = new PagingRule(context.Reader, context.Properties).Find(list, context.Reader.Read(list.Reply.Schema!));
        if (problem is null && context.Properties.Find(operations.ListReply.Resource, id) is null) problem = $"its items have no '{id}'";
        if (problem is null) return paging;
        context.Diagnostics.Add(DiagnosticCatalogue.ListNotUsed, list.KeyLocation, list.Path, problem);
        list = null;
        return null;
    }

    private string? NotFound(string name, string value, string holder, IEnumerable<string> names)
    {
        context.Diagnostics.Add(DiagnosticCatalogue.PropertyNotFound, context.Declaration.Location, name, value, holder, Nearest.Suggestion(Nearest.To(value, names)));
        return null;
    }
}
