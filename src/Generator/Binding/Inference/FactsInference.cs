using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>Infers the facts of a resource whose operations are known. What is declared wins.</summary>
internal sealed class FactsInference(BindingContext context, ResourceOperations operations, Schema resource, ResourceId id)
{
    private readonly MarkerRule _marker = new(context.Reader, context.Properties);

    private DeclaredOverrides Overrides => context.Declaration.Overrides;

    private string Body => "the body of POST " + context.Path;

    public (ResourceFacts Facts, PagingModel? Paging, bool IsListUsed) Find()
    {
        var key = Key();
        var list = List();
        var nameInResource = key is not null && key == id.InReply ? id.Path : NameInResourceRule.Find(context.Properties, resource, key);
        var marker = Marker(list);
        var unique = key is null ? null : new UniquenessRule(context.References, context.Properties)
            .Reason(operations.Create, operations.Request, key, resource, nameInResource, id.Created);
        var canFindByName = (key == id.Created && operations.Read is not null) || (list is not null && nameInResource is not null);
        var (guarantee, reason) = GuaranteeRule.Find(Overrides.Guarantee, unique, marker, canFindByName, list is not null);
        if (guarantee == "Marker" && marker is null) context.Diagnostics.Add(DiagnosticCatalogue.MarkerNotFound, context.Declaration.Location, context.Path);
        if (guarantee == "AtMostOnce" && Overrides.Guarantee is null) context.Diagnostics.Add(DiagnosticCatalogue.AtMostOnce, operations.Create.KeyLocation, context.Path);
        var secrets = new SecretsRule(context.Reader).Find([operations.Request, resource], id.Path, key, nameInResource, marker?.Property);
        var facts = new ResourceFacts(
            resource.Pointer, id.Path, operations.Item?.Parameter, key, nameInResource, NameFilterRule.Find(list, key), marker, guarantee, reason, secrets)
        {
            IdInReply = id.InReply,
            ReplyIsResource = operations.ReplyIsResource,
            Gone = new GoneRule(context, resource).Find(Overrides.Gone),
        };
        return (facts, list is null ? null : operations.Paging, list is not null);
    }

    private string? Key()
    {
        if (Overrides.Key is { } declared)
        {
            return context.Properties.Find(operations.Request, declared) is not null
                ? declared
                : NotFound("Key", declared, Body, operations.Request.Properties.Select(property => property.Name));
        }

        var key = new NaturalKeyRule(context.Properties, context.Name).Find(operations.Request, id.Created);
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
    private SpecOperation? List()
    {
        if (operations is not { List: { } list, ListReply: { } reply }) return null;
        var problem = operations.ListProblem ?? (context.Properties.Find(reply.Resource, id.Path) is null ? $"its items have no '{id.Path}'" : null);
        if (problem is null) return list;
        context.Diagnostics.Add(DiagnosticCatalogue.ListNotUsed, list.KeyLocation, list.Path, problem);
        return null;
    }

    private string? NotFound(string name, string value, string holder, IEnumerable<string> names)
    {
        context.ReportProperty(name, value, holder, names);
        return null;
    }
}
