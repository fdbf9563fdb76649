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
    public BindingContext(ModelDeclaration declaration, SpecDocument document, CancellationToken cancellationToken)
    {
        Declaration = declaration;
        Document = document;
        References = new References(document, Diagnostics);
        Dialect = OpenApiVersion.Dialect(document.Root, References);
        Reader = new SchemaReader(References, Diagnostics, cancellationToken);
        Properties = new PropertyPaths(Reader);
        Paths = new PathTable(document);
        Collection = CollectionRule.Find(declaration.Path, Paths);
        Name = new ResourceName(Collection);
    }

    public ModelDeclaration Declaration { get; }

    public SpecDocument Document { get; }

    public DiagnosticBag Diagnostics { get; } = new();

    public References References { get; }

    public IDialect Dialect { get; }

    public SchemaReader Reader { get; }

    public PropertyPaths Properties { get; }

    public PathTable Paths { get; }

    public ResourceName Name { get; }

    /// <summary>The path whose POST creates.</summary>
    public string Path => Declaration.Path;

    /// <summary>The path that lists what was created.</summary>
    public string Collection { get; }

    /// <summary>Reports an override that names a property which isn't there.</summary>
    public void ReportProperty(string name, string value, string holder, IEnumerable<string> names) => Diagnostics.Add(
        DiagnosticCatalogue.PropertyNotFound, Declaration.Location, name, value, holder, Nearest.Suggestion(Nearest.To(value, names)));

    /// <summary>The document's file name: where it lies on this machine never reaches the output.</summary>
    public string DocumentName => Document.Path.Substring(Document.Path.LastIndexOfAny(['/', '\\']) + 1);
}
