using Semel.Generator.Binding.Api;
using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding;

/// <summary>One resource in the making: first the operations that are its own, then the others of its class.</summary>
internal sealed class ResourceBinding
{
    private readonly BindingContext _context;
    private readonly IReadOnlyList<SpecOperation> _operations = [];
    private readonly ModelAssembly? _assembly;
    private readonly ResourceFacts? _facts;
    private readonly IReadOnlyList<OperationModel>? _own;
    private bool _lacksPath;

    public ResourceBinding(ModelDeclaration declaration, DocumentReading reading, CancellationToken cancellationToken)
    {
        _context = new BindingContext(declaration, reading, cancellationToken);
        if (!DocumentCheck.Accepts(reading.Files.Root, _context.Diagnostics) || !HasPath(cancellationToken)) return;
        Paths = [_context.Collection, .. SingularPathRule.Find(_context.Collection, _context.Name, _context.Paths) is { } item ? [item] : Array.Empty<string>()];
        var paths = Paths.SelectMany(_context.Paths.AtAndUnder);
        if (_context.Place.Path.IndexOf('?') > 0 && _context.Place.Path != _context.Collection) paths = paths.Concat([(_context.Place.Path, _context.Paths.Item(_context.Place.Path)!)]);
        _operations = [.. paths.SelectMany(path => _context.Operations.Read(path.Path, path.Item))];
        List<SpecOperation> usual = [.. _operations.Where(operation => operation.IsUsual)];
        if (CreateOperation.Find(_context, usual) is not { } create) return;
        if (new OperationsInference(_context, usual).Find(create) is not { } own) return;
        if (new IdInference(_context, own).Find() is not { } id) return;
        own = own with { ReplyIsResource = own.ReplyIsResource && ReplyRule.IsResource(own, id) };
        var resource = ResourceSchemaRule.Find(own, declaration.Path);
        (_facts, var paging, var isListUsed) = new FactsInference(_context, own, resource, id).Find();
        _assembly = new ModelAssembly(_context, own with { List = isListUsed ? own.List : null }, resource, paging);
        _own = _assembly.Own();
    }

    /// <summary>The paths whose operations, and those under them, are the resource's.</summary>
    public IReadOnlyList<string> Paths { get; } = [];

    /// <summary>The model as far as its own operations make it.</summary>
    public ResourceModel Begun => Model(_own is null ? null : Empty(_own));

    /// <param name="isOther">Which operations are in its class beside its own.</param>
    public ResourceModel Finish(Func<SpecOperation, bool> isOther) =>
        Model(_own is null ? null : _assembly!.Assemble(_facts!, _own, [.. _operations.Where(isOther)]));

    private ResourceModel Empty(IReadOnlyList<OperationModel> operations) =>
        new(_context.Declaration, _context.DocumentName, _facts, operations.ToEquatableArray(), [], []);

    private ResourceModel Model(ResourceModel? model)
    {
        // a document is read as far as it is asked for, so what is wrong with it is known now
        var errors = _context.Files.Errors;
        // what else seems wrong follows from the text that could not be read; a missing path may, and may not
        var diagnostics = errors.Count == 0 ? _context.Diagnostics.ToArray() : _lacksPath ? errors.Concat(_context.Diagnostics.ToArray()).ToEquatableArray() : errors.ToEquatableArray();
        return model is null || diagnostics.Any(diagnostic => diagnostic.IsError)
            ? new ResourceModel(_context.Declaration, _context.DocumentName, Facts: null, [], [], diagnostics)
            : model with { Diagnostics = diagnostics, Api = _context.Declaration.Property is null ? ApiReader.Read(_context.Files.Root, _context.References, model.Operations) : ApiModel.Nothing };
    }

    private bool HasPath(CancellationToken cancellationToken)
    {
        var declared = _context.Declaration.Path;
        if (_context.Paths.Contains(declared)) return true;
        if (_context.Files.Errors.Count > 0) return false;
        // bad syntax may hide the path in a part that nothing else reaches
        _context.Document.ReadWhole(cancellationToken);
        _lacksPath = true;
        _context.Diagnostics.Add(
            DiagnosticCatalogue.PathNotFound, _context.Declaration.Location, _context.DocumentName, declared,
            Nearest.Suggestion(Nearest.To(declared, _context.Paths.All)));
        return false;
    }
}
