using Microsoft.CodeAnalysis;
using Semel.Generator.Declarations.Idempotent;
using Semel.Generator.Emit;
using Semel.Generator.Emit.Idempotent;

namespace Semel.Generator;

/// <summary>Writes idempotent creates over methods of the user's own, and decorators of interfaces. Only equatable records pass from stage to stage.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IdempotentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                IdempotentValues.AttributeName,
                static (node, _) => IdempotentReader.IsCandidate(node),
                static (declaration, cancellationToken) => IdempotentReader.Read(declaration, cancellationToken))
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName("IdempotentDeclarations");
        var models = declarations
            .Where(static declaration => declaration.Model is not null)
            .Select(static (declaration, _) => declaration.Model!)
            .WithTrackingName("IdempotentModels");
        var diagnostics = declarations
            .SelectMany(static (declaration, _) => declaration.Diagnostics)
            .WithTrackingName("IdempotentDiagnostics");

        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource(model.Name + ".Idempotent.g.cs", IdempotentEmitter.Emit(model, output.CancellationToken).ToSourceText()));
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
