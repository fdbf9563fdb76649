using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>What the steps of one binding share.</summary>
internal sealed class BindingContext
{
    public BindingContext(ModelDeclaration declaration, DocumentReading reading, CancellationToken cancellationToken)
    {
        Declaration = declaration;
        Files = reading.Files;
        References = new References(reading, Diagnostics);
        Dialect = OpenApiVersion.Dialect(Document.Root, References);
        Reader = new SchemaReader(References, Diagnostics, cancellationToken);
        Properties = new PropertyPaths(Reader);
        Paths = new PathTable(Document, References);
        Operations = new OperationReader(References, Dialect);
        Place = new CreatePlaceRule(Paths, References).Find(declaration.Path, declaration.Overrides);
        Name = new ResourceName(Collection);
        Said = DocumentOverrides.Read(Places(), Diagnostics);
        Overrides = Said.Under(declaration.Overrides);
    }

    public ModelDeclaration Declaration { get; }

    /// <summary>What is declared of the resource: by the attribute, else in the document.</summary>
    public DeclaredOverrides Overrides { get; }

    /// <summary>What the document says of it.</summary>
    public DocumentOverrides Said { get; }

    public DocumentFiles Files { get; }

    public SpecDocument Document => Files.Root;

    public DiagnosticBag Diagnostics { get; } = new();

    public References References { get; }

    public IDialect Dialect { get; }

    public SchemaReader Reader { get; }

    public PropertyPaths Properties { get; }

    public PathTable Paths { get; }

    public OperationReader Operations { get; }

    public ResourceName Name { get; }

    public CreatePlace Place { get; }

    public string Collection => Place.Collection;

    /// <summary>Reports an override that names a property which isn't there.</summary>
    public void ReportProperty(string name, string value, string holder, IEnumerable<string> names) => Diagnostics.Add(
        DiagnosticCatalogue.PropertyNotFound, PlaceOf(name), name, value, holder, Nearest.Suggestion(Nearest.To(value, names)));

    /// <summary>Where an override stands: in the document, or at the attribute.</summary>
    public LocationInfo PlaceOf(string name) => Declaration.Overrides.Says(name) ? Declaration.Location : Said.PlaceOf(name) ?? Declaration.Location;

    /// <summary>The create, and its path.</summary>
    private IEnumerable<Located> Places()
    {
        if (!Paths.Contains(Place.Path) || References.Resolve(Paths.Item(Place.Path)!) is not { } item) yield break;
        if (References.Get(item, Place.Method.ToLowerInvariant()) is { } create && References.Resolve(create) is { } operation) yield return operation;
        yield return item;
    }

    /// <summary>The document's file name: where it lies on this machine never reaches the output.</summary>
    public string DocumentName => Document.Path.Substring(Document.Path.LastIndexOfAny(['/', '\\']) + 1);
}
