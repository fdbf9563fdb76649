using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding.Inference;

/// <summary>Finds the id in the create's reply and in the resource. What is declared says where the reply holds it.</summary>
internal sealed class IdInference(BindingContext context, ResourceOperations operations)
{
    private readonly IdRule _rule = new(context.Properties, context.Name);

    private Schema Created => operations.CreateReply.Resource;

    private string? Parameter => operations.Item?.Parameter;

    /// <summary>Null where an error was reported.</summary>
    public ResourceId? Find()
    {
        if (operations.IdInRequest is { } said) return new(said, null);
        if (operations.ReplyIsId) return Bare();
        if (context.Place.IsChosen) return AtAddress();
        if (InReply() is not { } inReply) return IsAtLocation ? Hidden() : null;
        if (operations.IdBesideResource is { } beside) return Beside(inReply, beside);
        if (IsOfSeveral || IdPath.IsAddress(inReply) || operations.Shown is not { } shown || context.Properties.Find(shown, inReply) is not null) return new(inReply, null);
        // what is one of a list is called as in the resource
        var isId = !operations.ReplyIsList && (IdRule.IsCalledId(inReply) || context.Overrides.Id is not null);
        return isId && _rule.FindOther(shown, Parameter) is { } other ? new(other, inReply) : new(inReply, null);
    }

    private bool IsOfSeveral => Parameter is not null && IdPath.IsOfSeveral(Parameter);

    private string Assumed()
    {
        var id = UndescribedItemRule.Id(Parameter!, ReplyExamples.Names(operations.Create.Place, context.References));
        context.Diagnostics.Add(DiagnosticCatalogue.IdAssumed, operations.Create.Reply.Location, context.Place.ToString(), id);
        return id;
    }

    private string? Composite()
    {
        if (new CompositeIdRule(context.Properties, context.Name).Properties(Created, Parameter!) is { } properties) return properties;
        Report();
        return null;
    }

    private ResourceId? Bare()
    {
        if (_rule.Find(operations.Shown ?? Created, null, Parameter, ParameterDescription(), operations.Request) is { } id) return new(id, BareIdRule.Reply);
        Report();
        return null;
    }

    private string? InReply()
    {
        if (context.Overrides.Id is { } declared) return Declared(declared);
        if (operations.IsUndescribed) return Assumed();
        if (IsOfSeveral) return Composite();
        var id = _rule.Find(Created, operations.ReadReply?.Resource, Parameter, ParameterDescription(), operations.Request)
            ?? (UndescribedReplyRule.IsForgotten(operations, context.Collection) ? _rule.Find(operations.ReadReply!.Resource, null, Parameter, ParameterDescription(), operations.Request) : null);
        // what only shows where it is may be a report of what was done
        if (id is not null && IdPath.IsAddress(id) && (operations.Delete ?? operations.Update) is null && operations.ReadReply?.Resource.Pointer != Created.Pointer) id = null;
        if (id is null && !IsAtLocation) Report();
        return id is null ? null : new AddressIdRule(context.Properties).OfName(operations.ReadReply?.Resource ?? Created, id);
    }

    /// <summary>What names the resource beside an operation is its id, and not a name that its path takes.</summary>
    private ResourceId? Beside(string id, string beside)
    {
        if (IdRule.IsCalledId(id)) return new(id, beside);
        // what is declared is in no reply of the create: it is found by a look
        if (context.Overrides.Id is not null) return new(id, null);
        Report();
        return null;
    }

    /// <summary>Where the client chooses the address, the id is what its parameter takes. A name that nothing shows is no id that the server gave.</summary>
    private ResourceId? AtAddress()
    {
        if (context.Overrides.Id is { } declared) return Declared(declared) is { } path ? Of(path) : null;
        var resource = operations.ReadReply?.Resource ?? Created;
        var shown = operations.IsUndescribed ? null : ClientsOwn(resource) ?? _rule.Find(resource, null, Parameter, ParameterDescription(), operations.Request);
        if (shown is not null && !IdPath.IsAddress(shown) && (IdRule.IsCalledId(Parameter!) || !IdRule.IsCalledId(shown))) return Of(shown);
        if (operations.Read is not null) return Hidden();
        Report();
        return null;

        ResourceId Of(string path) => new(path, null) { IsShown = operations.IsUndescribed || operations.Replies.Any(reply => IdPath.Shows(context.Properties, reply, path)) };
    }

    /// <summary>The create says a <c>Location</c>, and what is read there shows no id.</summary>
    private bool IsAtLocation =>
        context.Overrides.Id is null && operations is { SaysLocation: true, ReadReply: not null, IsUndescribed: false } && !IsOfSeveral && UndescribedReplyRule.IsForgotten(operations, context.Collection);

    /// <summary>Kept beside what is shown, under a name that no reply has.</summary>
    private ResourceId Hidden() => new("$" + Parameter, null) { IsShown = false };

    /// <summary>
    /// A path that takes one of two ids is given the one that the client sets: <c>uid</c>, where the parameter is "the ID or UID" and the
    /// request has a <c>uid</c>.
    /// </summary>
    private string? ClientsOwn(Schema resource)
    {
        var said = Words.Of(ParameterDescription() ?? "");
        return operations.Request.Properties.Select(property => property.Name)
            .FirstOrDefault(name => Words.Flat(name) is "uid" or "key" or "slug" && said.Contains(Words.Flat(name)) && context.Properties.Find(resource, name) is { IsScalar: true });
    }

    private void Report() => context.Diagnostics.Add(DiagnosticCatalogue.IdNotFound, operations.Create.Reply.Location, context.Place.ToString());

    private string? ParameterDescription() => operations.All
        .Where(operation => operation.Path == operations.Item?.Path)
        .SelectMany(operation => operation.Parameters)
        .FirstOrDefault(parameter => parameter.Name == Parameter)?.Description;

    /// <summary>Documents forget the id in the create's reply, but show it in the read's.</summary>
    private string? Declared(string declared)
    {
        var prefix = operations.CreateReply.Path + ".";
        var path = prefix.Length > 1 && declared.StartsWith(prefix, StringComparison.Ordinal) ? declared.Substring(prefix.Length) : declared;
        if (operations.IsUndescribed || operations.Replies.Any(reply => IdPath.Shows(context.Properties, reply, path)))
        {
            var (parts, taken) = (IdPath.Parts(path).Count, Parameter is null ? 1 : IdPath.Parts(Parameter).Count);
            if (parts == taken) return path;
            context.ReportProperty("Id", declared, $"the resource for each of the {taken} that '{Parameter ?? "the path"}' takes", []);
            return null;
        }

        var names = Created.Properties.Select(property => prefix.Length > 1 ? prefix + property.Name : property.Name);
        context.ReportProperty("Id", declared, "the reply of " + context.Place, names);
        return null;
    }
}
