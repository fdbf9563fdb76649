using Semel.Generator.Binding.Inference.Keys;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>Infers the facts of a resource whose operations are known. What is declared wins.</summary>
internal sealed class FactsInference(BindingContext context, ResourceOperations operations, Schema resource, ResourceId id)
{
    private DeclaredOverrides Overrides => context.Overrides;

    private string Body => "the body of " + context.Place;

    public (ResourceFacts Facts, PagingModel? Paging, bool IsListUsed) Find()
    {
        var naturalKey = context.Place.IsChosen ? null : operations.IdInRequest ?? NaturalKey();
        var list = List();
        var nameInResource = context.Place.IsChosen || (naturalKey is not null && (naturalKey == id.InReply || (naturalKey == id.Path && CreateParameters.Parts(naturalKey).Length > 1)))
            ? id.Path
            : NameInResourceRule.Find(context.Properties, resource, naturalKey);
        var marker = Marker(list, naturalKey);
        var key = new DeclaredKeyRule(context, operations.Create, operations.Request).Find();
        // a POST may be answered with 412 for another reason
        var ifNoneMatch = context.Place.IsChosen && (context.Place.Method == "PUT" ? CreatingPutRule.CanRefuse(operations.Create.Place, context.References) : CreatingPutRule.Takes(operations.Create.Place, context.References));
        var (guarantee, reason) = Guarantee(list, naturalKey, nameInResource, marker, key, ifNoneMatch);
        var (update, problem) = new UpdateBodyRule(context, operations, resource).Find();
        new OnExistsRule(context, operations).Check(Overrides.OnExists, update, problem);
        new OnDriftRule(context, operations).Check(Overrides, update, problem);
        var isSet = new SetRule(context, operations).Holds(list is not null);
        string?[] identifying = [.. IdPath.Properties(id.Path), naturalKey, nameInResource, marker?.Property, key is { Place: KeyPlace.Body } ? key.Name : null];
        new DeclaredSecretsRule(context).Check([operations.Request, resource], identifying);
        var secrets = new SecretsRule(context.Reader, Overrides.Secrets ?? []).Find([operations.Request, resource], identifying);
        var found = operations is { List: { } read, ListReply: { } items } ? new ListFact(read.ToString(), items.Path, ListProblem(items)) : null;
        List<SpecParameter> parameters = [.. CreateParameters.Of(operations.Create, context.Place.IsChosen, key)];
        var facts = new ResourceFacts(
            resource.Pointer, id.Path, operations.Item?.Parameter, naturalKey, nameInResource, NameFilterRule.Find(list, naturalKey), marker, guarantee, reason, secrets)
        {
            InputParameters = InputParametersRule.Find(parameters, naturalKey, context.Reader).ToEquatableArray(),
            CarriedParameters = CarriedParametersRule.Find(parameters, [operations.Read, list, operations.Delete], Followed(), naturalKey).ToEquatableArray(),
            IdInReply = id.InReply,
            IdInRequest = operations.IdInRequest,
            IsChosen = context.Place.IsChosen,
            ReadShowsId = id.IsShown,
            IsSet = isSet,
            OwnsSet = Overrides.OwnsSet == true,
            IdIsDescribed = id.InReply is not null || (operations.IsReplyDescribed && IdPath.Shows(context.Properties, operations.CreateReply.Resource, id.Created)),
            List = found,
            Inferred = new FactReasons(context, operations, id).All(naturalKey, marker, key, found).ToEquatableArray(),
            ReplyIsResource = operations.ReplyIsResource,
            ReplyIsList = operations.ReplyIsList,
            Attaches = operations.Attaches,
            ListLacksId = OtherIdRule.Holds(operations, id, context.Properties),
            IsListed = ListedItemRule.Holds(operations, id, list is not null),
            Gone = new GoneRule(context, resource).Find(Overrides.Gone),
            IfNoneMatch = ifNoneMatch,
            IdempotencyKey = key,
            Operation = operations.Operation,
            Update = update,
            Input = new InputShapeRule(context.Reader).Find(operations.Request, marker?.Property),
            Ready = new ReadyRule(context, resource, operations.Read is not null).Find(Overrides),
            States = StatesRule.Find(context.Properties, resource),
        };
        return (facts, list is null ? null : operations.Paging, list is not null);
    }

    private (string Guarantee, string Reason) Guarantee(
        SpecOperation? list, string? naturalKey, string? nameInResource, MarkerModel? marker, IdempotencyKeyModel? key, bool ifNoneMatch)
    {
        var found = new GuaranteeRule
        {
            IsChosen = context.Place.IsChosen,
            IfNoneMatch = ifNoneMatch,
            Key = key,
            Unique = naturalKey is null ? null : new UniquenessRule(context.References, context.Properties)
                .Reason(operations.Create, operations.Request, naturalKey, resource, nameInResource, id.Created),
            Marker = marker,
            CanFindByName = (naturalKey is not null && Words.Same(naturalKey, id.Created) && operations.Read is not null) || (list is not null && nameInResource is not null),
            CanList = list is not null,
        }.Find(Overrides.Guarantee);
        new DeclaredGuaranteeRule(context).Check(marker, key);
        if (found.Guarantee == "AtMostOnce" && Overrides.Guarantee is null) context.Diagnostics.Add(DiagnosticCatalogue.AtMostOnce, operations.Create.KeyLocation, context.Place.ToString());
        return found;
    }

    /// <summary>The read of the operation that makes the resource.</summary>
    private SpecOperation? Followed() => operations.Operation?.Path is { } path && context.Paths.Item(path) is { } item
        ? context.Operations.Read(path, item).FirstOrDefault(operation => operation.Method == "GET")
        : null;

    private string? NaturalKey()
    {
        List<string> parameters = [.. operations.Create.Parameters.Where(IsTextInQuery).Select(parameter => parameter.Name)];
        if (Overrides.Key is { } declared)
        {
            return context.Properties.Find(operations.Request, declared) is not null || Array.TrueForAll(CreateParameters.Parts(declared), part => part.Length > 0 && context.Properties.Find(operations.Request, part) is { IsScalar: true }) || parameters.Contains(CreateParameters.InQuery(declared)!)
                ? declared
                : NotFound("Key", declared, Body, [.. operations.Request.Properties.Select(property => property.Name), .. parameters.Select(parameter => "?" + parameter)]);
        }

        var isResource = operations.Replies.Any(reply => reply.Pointer == operations.Request.Pointer);
        var key = new NaturalKeyRule(context.Properties, context.Name).Find(operations.Request, id.Created, isResource, parameters);
        if (key is null) context.Diagnostics.Add(DiagnosticCatalogue.KeyNotInferred, operations.Create.KeyLocation, context.Place.ToString());
        return key;
    }

    private bool IsTextInQuery(SpecParameter parameter) =>
        parameter is { Place: ParameterPlace.Query, Writing.Style: WritingStyle.Form } && (parameter.Schema is not { } place || context.Reader.Read(place).IsFreeText);

    private MarkerModel? Marker(SpecOperation? list, string? naturalKey)
    {
        var rule = new MarkerRule(context, operations.Request, resource, list);
        if (Overrides.Marker is not { } declared) return rule.Find();
        if (declared.Length == 0) return null;
        var isId = naturalKey == id.Created && IdPath.Parts(id.Created).Contains(declared);
        if (!isId && (declared == naturalKey ? rule.OfName(declared) : rule.Of(declared)) is { } marker) return marker;
        NotFound("Marker", declared, Body + " and of the resource that is a text, a map or a list of texts, and not the id", operations.Request.Properties.Select(property => property.Name));
        return null;
    }

    /// <summary>The list, where it can be read to its end and shows the id.</summary>
    private SpecOperation? List()
    {
        if (operations is not { List: { } list, ListReply: { } reply }) return null;
        if (ListProblem(reply) is not { } problem) return list;
        context.Diagnostics.Add(DiagnosticCatalogue.ListNotUsed, list.KeyLocation, list.Path, problem);
        return null;
    }

    private string? ListProblem(Holder reply) =>
        operations.ListProblem ?? (!IdPath.Shows(context.Properties, reply.Resource, id.Path) ? $"its items have no '{id.Path}'" : null);

    private string? NotFound(string name, string value, string holder, IEnumerable<string> names)
    {
        context.ReportProperty(name, value, holder, names);
        return null;
    }
}
