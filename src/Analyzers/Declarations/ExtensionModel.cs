using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Declarations;

/// <summary>Finds <c>[ExtensionModel]</c>.</summary>
internal static class ExtensionModel
{
    private const string MetadataName = "Semel.ExtensionModelAttribute";

    /// <summary>The attribute's type, or null where the project doesn't know it: then no rule applies.</summary>
    public static INamedTypeSymbol? TypeIn(Compilation compilation) => compilation.GetTypeByMetadataName(MetadataName);

    public static AttributeData? Of(ISymbol symbol, INamedTypeSymbol attribute) =>
        symbol.GetAttributes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
}
