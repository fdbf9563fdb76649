using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
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
        Name = new ResourceName(declaration.Path);
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

    public string Path => Declaration.Path;

    /// <summary>The document's file name: where it lies on this machine never reaches the output.</summary>
    public string DocumentName => Document.Path.Substring(Document.Path.LastIndexOfAny(['/', '\\']) + 1);
}
