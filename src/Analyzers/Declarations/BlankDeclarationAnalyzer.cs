using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Declarations;

/// <summary>SEM1009: the document or the path of <c>[ExtensionModel]</c> is blank.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlankDeclarationAnalyzer : DiagnosticAnalyzer
{
    private static readonly (string Name, string Advice)[] Arguments =
    [
        ("document", "the file name of an AdditionalFiles item, such as \"digitalocean.yaml\""),
        ("path", "the path whose POST creates the resource, such as \"/v2/droplets\""),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.BlankDeclaration];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ExtensionModel.TypeIn(start.Compilation) is { } attribute)
                start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        if (ExtensionModel.Of(context.Symbol, attribute) is not { } declaration) return;
        for (var i = 0; i < Arguments.Length && i < declaration.ConstructorArguments.Length; i++)
        {
            var argument = declaration.ConstructorArguments[i];
            if (argument.Kind != TypedConstantKind.Primitive || !string.IsNullOrWhiteSpace(argument.Value as string)) continue;
            var location = LocationOf(declaration, i, context.CancellationToken) ?? context.Symbol.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticCatalogue.BlankDeclaration, location, Arguments[i].Name, context.Symbol.Name, Arguments[i].Advice));
        }
    }

    /// <summary>The argument as written: by its name, else by its place.</summary>
    private static Location? LocationOf(AttributeData declaration, int index, CancellationToken cancellationToken)
    {
        if (declaration.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var written }) return null;
        var named = written.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == Arguments[index].Name);
        return (named ?? written.Where(argument => argument.NameEquals is null).ElementAtOrDefault(index))?.GetLocation();
    }
}
