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
    public BindingContext(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken)
    {
        Declaration = declaration;
        Files = files;
        References = new References(files, Diagnostics);
        Dialect = OpenApiVersion.Dialect(Document.Root, References);
        Reader = new SchemaReader(References, Diagnostics, cancellationToken);
        Properties = new PropertyPaths(Reader);
        Paths = new PathTable(Document, References);
        Operations = new OperationReader(References, Dialect);
        Place = new CreatePlaceRule(Paths, References).Find(declaration.Path);
        Name = new ResourceName(Collection);
    }

    public ModelDeclaration Declaration { get; }

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
        DiagnosticCatalogue.PropertyNotFound, Declaration.Location, name, value, holder, Nearest.Suggestion(Nearest.To(value, names)));

    /// <summary>The document's file name: where it lies on this machine never reaches the output.</summary>
    public string DocumentName => Document.Path.Substring(Document.Path.LastIndexOfAny(['/', '\\']) + 1);
}
