using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// The operations of a whole document that belong to no resource, in groups. They are plain calls, and share one reader of schemas: what
/// several reach is read once.
/// </summary>
internal sealed class GroupBinder
{
    private readonly ModelDeclaration _declaration;
    private readonly string _documentName;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly References _references;
    private readonly SchemaBinder _types;
    private readonly OperationReader _reader;
    private readonly OperationBinder _operations;
    private readonly ErrorReplies _errors;

    public GroupBinder(ModelDeclaration declaration, DocumentReading reading, CancellationToken cancellationToken)
    {
        _declaration = declaration;
        _documentName = RelativePath.FileName(reading.Files.Root.Path);
        _references = new References(reading, _diagnostics);
        var dialect = OpenApiVersion.Dialect(reading.Files.Root.Root, _references);
        var schemas = new SchemaReader(_references, _diagnostics, cancellationToken);
        _types = new SchemaBinder(schemas, new TypeNames());
        _reader = new OperationReader(_references, dialect);
        _operations = new OperationBinder(schemas, _types, _references, _diagnostics, declaration.Overrides.Secrets ?? []);
        _errors = new ErrorReplies(_references, dialect, schemas, _types);
    }

    /// <summary>What was found wrong. Nobody has asked for these operations by name, so nothing is an error.</summary>
    public IEnumerable<DiagnosticInfo> Diagnostics => _diagnostics.ToArray().Select(diagnostic => diagnostic.IsError
        ? DiagnosticInfo.Create(DiagnosticCatalogue.PartNotRead.Id, diagnostic.Location, diagnostic.Text)
        : diagnostic);

    /// <summary>Ordered by name. The first has the types of all.</summary>
    /// <param name="paths">The document's paths.</param>
    /// <param name="isOwned">Whether an operation is a resource's.</param>
    public IReadOnlyList<ResourceModel> Bind(PathTable paths, Func<string, string, bool> isOwned)
    {
        var groups = paths.All
            .SelectMany(path => _reader.Read(path, paths.Item(path)!, method => !isOwned(method, path)))
            .GroupBy(operation => GroupName.Of(operation.Path).Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Bind([.. group]))
            .Where(group => group.Operations.Count > 0)
            .ToList();
        if (groups.Count > 0) groups[0] = groups[0] with { Types = _types.Types };
        return groups;
    }

    private ResourceModel Bind(IReadOnlyList<SpecOperation> operations)
    {
        var name = GroupName.Of(operations[0].Path);
        var bound = operations
            .Zip(new MethodNames(name, []).Of(operations), (operation, method) => Bind(operation, new OperationPart(OperationKind.Other, method, name.Name + method)))
            .OfType<OperationModel>();
        return new(_declaration.OfGroup(name.Name), _documentName, Facts: null, bound.ToEquatableArray(), [], []);
    }

    private OperationModel? Bind(SpecOperation operation, OperationPart part) =>
        _operations.Bind(operation, part) is { } bound ? bound with { Errors = _errors.Of(operation) } : null;
}
