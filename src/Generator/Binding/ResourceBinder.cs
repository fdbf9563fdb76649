using Semel.Generator.Binding.Whole;
using Semel.Generator.Declarations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding;

/// <summary>A declaration and its document make a resource model. Only what the declared path reaches is read.</summary>
internal static class ResourceBinder
{
    /// <summary>Binds to a document that is alone.</summary>
    public static ResourceModel Bind(ModelDeclaration declaration, SpecDocument document, CancellationToken cancellationToken) =>
        Bind(declaration, new DocumentFiles(document), cancellationToken);

    public static ResourceModel Bind(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken) => declaration.IsWhole
        ? WholeBinder.Bind(declaration, files, cancellationToken)
        : new ResourceBinding(declaration, new DocumentReading(files), cancellationToken).Finish(static _ => true);
}
