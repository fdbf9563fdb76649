using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3013: the key leaves out a parameter that tells resources apart, such as the region.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IncompleteKeyAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Places = ["region", "zone", "project", "tenant", "account", "organization", "organisation", "org", "parent", "namespace", "cluster", "environment", "location", "group", "workspace", "subscription", "owner", "team", "realm", "domain", "site", "database", "repository", "bucket", "vpc", "network", "folder", "id"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.IncompleteKey];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || IdempotentKey.Of(method, context.CancellationToken) is not { } key) return;
        foreach (var parameter in Missing(method, key.Paths))
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.IncompleteKey, key.Location, method.Name, parameter.Name));
    }

    /// <summary>The parameters that tell resources apart and are no part of a key.</summary>
    internal static IEnumerable<IParameterSymbol> Missing(IMethodSymbol method, string[] paths) =>
        method.Parameters.Where(parameter => IsPlace(parameter) && !paths.Any(path => path == parameter.Name || path.StartsWith(parameter.Name + ".", StringComparison.Ordinal)));

    private static bool IsPlace(IParameterSymbol parameter) =>
        (parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 || parameter.Type.Name is "Guid" || parameter.Type.TypeKind == TypeKind.Enum)
        && Words.Of(parameter.Name) is var words && words.Count > 0 && (Places.Contains(words[words.Count - 1]) || words.Count > 1 && words[words.Count - 1] is "name" or "slug" && Places.Contains(words[0]))
        && !Words.Mentions(parameter.Name, "correlation", "trace", "request");
}
