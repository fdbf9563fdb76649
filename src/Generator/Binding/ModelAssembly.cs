using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding;

/// <summary>Puts the model together: names, operations in their parts, and the types that they reach.</summary>
internal sealed class ModelAssembly
{
    private readonly BindingContext _context;
    private readonly ResourceOperations _own;
    private readonly Schema _resource;
    private readonly PagingModel? _paging;
    private readonly TypeNames _names = new();
    private readonly SchemaBinder _types;
    private readonly OperationBinder _operations;
    private readonly ErrorReplies _errors;

    public ModelAssembly(BindingContext context, ResourceOperations own, Schema resource, PagingModel? paging)
    {
        (_context, _own, _resource, _paging) = (context, own, resource, paging);
        _types = new SchemaBinder(context.Reader, _names);
        _operations = new OperationBinder(context.Reader, _types, context.References, context.Diagnostics, context.Overrides.Secrets ?? []);
        _errors = new ErrorReplies(context.References, context.Dialect, context.Reader, _types);
    }

    /// <summary>The resource's own operations; null where its create is none of them, which is reported.</summary>
    public IReadOnlyList<OperationModel>? Own()
    {
        NameTypes();
        var own = Own(_types.Bind(_resource, _context.Name.Name)).OfType<OperationModel>().ToList();
        if (own.Exists(operation => operation.Kind == OperationKind.Create)) return own;
        _context.Diagnostics.Add(DiagnosticCatalogue.CreateUnusable, _own.Create.KeyLocation, _context.Place.ToString(), "one of its required parameters cannot be sent");
        return null;
    }

    /// <param name="facts">What is known of the resource.</param>
    /// <param name="own">Its own operations.</param>
    /// <param name="all">Every operation of its class; those that are its own among them are no others.</param>
    public ResourceModel Assemble(ResourceFacts facts, IReadOnlyList<OperationModel> own, IReadOnlyList<SpecOperation> all)
    {
        own = [.. own.Select(operation => operation.Kind == OperationKind.Create ? operation with { Parameters = Given(operation, facts).ToEquatableArray() } : operation)];
        var bound = own.Concat(Others(all, own.Select(operation => operation.Name)).OfType<OperationModel>()).ToEquatableArray();
        return new ResourceModel(_context.Declaration, _context.DocumentName, facts, bound, WithoutKey(facts, bound).ToEquatableArray(), []);
    }

    /// <summary>The parameters that the caller gives.</summary>
    private static IEnumerable<ParameterModel> Given(OperationModel create, ResourceFacts facts) =>
        create.Parameters.Where(parameter => !CreateParameters.IsOurs(parameter.JsonName, parameter.Place, facts.IsChosen, facts.IdempotencyKey));

    /// <summary>The property that carries the idempotency key stays in the request, but nobody has to set it.</summary>
    private IEnumerable<TypeModel> WithoutKey(ResourceFacts facts, EquatableArray<OperationModel> operations)
    {
        var request = operations.First(operation => operation.Kind == OperationKind.Create).Body?.Identity;
        return _types.Types.Select(type => facts.IdempotencyKey is { Place: KeyPlace.Body } key && type is ObjectModel view && view.Identity == request
            ? view with { Properties = view.Properties.Select(property => property.JsonName == key.Name ? SetBySemel(property) : property).ToEquatableArray() }
            : type);
    }

    private static PropertyModel SetBySemel(PropertyModel property)
    {
        const string advice = "Leave it out: a create makes the key itself, and refuses a request that sets it.";
        return property with { Required = false, Documentation = property.Documentation is { } text ? text + "\n\n" + advice : advice };
    }

    private void NameTypes()
    {
        var name = _context.Name.Name;
        if (TypeNames.Component(_resource.Pointer) is not { } component) _names.Give(_resource.Pointer, name, 1);
        else if (IsPluralOfResource(component)) _names.Give(_resource.Pointer, name, 0);
        Give(_own.Request, name + "Create");
        if (_own.Update?.Body is { } update) Give(_context.Reader.Read(update), name + "Update");
    }

    /// <summary>A component keeps its name; what stands in the operation is named after the resource.</summary>
    private void Give(Schema schema, string name)
    {
        if (TypeNames.Component(schema.Pointer) is null) _names.Give(schema.Pointer, name, 1);
    }

    private bool IsPluralOfResource(string component)
    {
        var name = _context.Name.Name;
        if (!_context.Name.Matches(component) || Words.Pascal(component) == name) return false;
        return _context.Dialect.Schemas.All(entry => Words.Pascal(entry.Key) != name);
    }

    private IEnumerable<OperationModel?> Own(TypeReference resource)
    {
        var name = _context.Name.Name;
        yield return Bind(_own.Create, Part(OperationKind.Create, "Create", resource, _own.CreateReply.Path) with { Body = _own.Create.Body is null ? null : _own.Request });
        if (_own.Read is not null) yield return Bind(_own.Read, Part(OperationKind.Read, "Get", resource, _own.ReadReply?.Path));
        if (_own.List is not null) yield return Bind(_own.List, Part(OperationKind.List, "List", resource, _own.ListReply?.Path) with { Paging = _paging });
        if (_own.Update is not null) yield return Bind(_own.Update, Part(OperationKind.Update, "Update", _own.UpdateReply is null ? null : resource, _own.UpdateReply?.Path));
        if (_own.Delete is not null) yield return Bind(_own.Delete, new OperationPart(OperationKind.Delete, "Delete", name + "Delete"));
    }

    private OperationPart Part(OperationKind kind, string name, TypeReference? reply, string? envelope) =>
        new(kind, name, _context.Name.Name + name) { IsReplyKnown = true, Reply = reply, Envelope = envelope };

    private IEnumerable<OperationModel?> Others(IReadOnlyList<SpecOperation> all, IEnumerable<string> taken)
    {
        var own = _own.All.ToList();
        List<SpecOperation> others = [.. all.Where(operation => !own.Contains(operation) && !IsOtherCreate(operation))];
        var names = new MethodNames(_context.Name, taken).Of(others);
        return others.Zip(names, (operation, name) => Bind(operation, new OperationPart(OperationKind.Other, name, _context.Name.Name + name)));
    }

    /// <summary>Where the client chooses the address, a POST beside it would create a second one.</summary>
    private bool IsOtherCreate(SpecOperation operation) => _context.Place.IsChosen && operation.Method == "POST" && operation.Path == _context.Collection;

    private OperationModel? Bind(SpecOperation operation, OperationPart part) =>
        _operations.Bind(operation, part) is { } bound ? bound with { Errors = _errors.Of(operation) } : null;
}
