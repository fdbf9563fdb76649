using Microsoft.CodeAnalysis;

namespace Semel.Benchmarks;

/// <summary>Looks for the attribute and does nothing else: what the compiler itself takes for any generator of this kind.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName("Semel.ExtensionModelAttribute", static (_, _) => true, static (declaration, _) => declaration.TargetSymbol.Name);
        context.RegisterSourceOutput(found.Collect(), static (_, _) => { });
    }
}
