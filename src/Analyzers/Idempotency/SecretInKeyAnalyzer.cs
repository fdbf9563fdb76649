using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3014: the key holds a secret, and keys are recorded in plain text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInKeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.SecretInKey];

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
        foreach (var path in key.Paths)
        {
            if (IsSecret(path.Substring(path.LastIndexOf('.') + 1))) context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.SecretInKey, key.Location, method.Name, path));
        }
    }

    /// <summary>By its name; the name or id of a secret is none.</summary>
    private static bool IsSecret(string member)
    {
        var words = Words.Of(member);
        return words.Count > 0 && words[words.Count - 1] is not ("name" or "id" or "count" or "type" or "version")
            && Words.Mentions(member, "password", "secret", "token", "apikey", "credential", "privatekey", "passphrase", "connectionstring", "accesskey");
    }
}
