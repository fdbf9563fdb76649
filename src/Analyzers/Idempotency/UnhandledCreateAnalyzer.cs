using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3002: a method that creates sends a POST that nothing makes idempotent; for a generated one, where it is called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnhandledCreateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.UnhandledCreate, DiagnosticCatalogue.UnhandledGeneratedCreate];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var uses = new ConcurrentQueue<(IInvocationOperation Call, IMethodSymbol Unit)>();
            var handlers = new KeyHandlers(start.Compilation);
            var generated = new GeneratedCode(start.Compilation, start.Options);
            start.RegisterSymbolStartAction(symbol => Collect(symbol, handlers, generated), SymbolKind.NamedType);
            start.RegisterSymbolAction(AnalyzeInterfaceMethod, SymbolKind.Method);
            start.RegisterOperationAction(operation => Use(operation, uses), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => ReportUses(end, new GeneratedCreates(generated, handlers), uses));
        });
    }

    private static void Collect(SymbolStartAnalysisContext start, KeyHandlers handlers, GeneratedCode generated)
    {
        var type = (INamedTypeSymbol)start.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return;
        var calls = new TypeCalls(type);
        start.RegisterOperationAction(operation => calls.Add((IInvocationOperation)operation.Operation, operation.ContainingSymbol, isGenerated: false), OperationKind.Invocation);
        start.RegisterSymbolEndAction(end =>
        {
            generated.AddGenerated(calls, end.CancellationToken);
            foreach (var create in new CreateRoutes(calls, handlers).Unhandled())
            {
                if (calls.Calls(create).All(site => !site.IsGenerated)) end.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnhandledCreate, create.Locations[0], create.Name));
            }
        });
    }

    /// <summary><c>[Post("/v2/droplets")]</c> of Refit: the interface is the method.</summary>
    private static void AnalyzeInterfaceMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (GeneratedCreates.IsRefits(method)) context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnhandledCreate, method.Locations[0], method.Name));
    }

    private static void Use(OperationAnalysisContext context, ConcurrentQueue<(IInvocationOperation Call, IMethodSymbol Unit)> uses)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.DeclaringSyntaxReferences.Length == 0 || Origin.Same(call.TargetMethod.ContainingType, context.ContainingSymbol.ContainingType)) return;
        if (CreateName.Of(call.TargetMethod) is not null && CallSite.UnitOf(call, context.ContainingSymbol) is { } unit) uses.Enqueue((call, unit));
    }

    private static void ReportUses(CompilationAnalysisContext context, GeneratedCreates generated, ConcurrentQueue<(IInvocationOperation Call, IMethodSymbol Unit)> uses)
    {
        foreach (var (call, unit) in uses)
        {
            if (Handling.IsDeclared(unit) || Handling.Covers(call) || TestCode.Is(unit.ContainingType) || !generated.IsUnhandled(call.TargetMethod, context.CancellationToken)) continue;
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnhandledGeneratedCreate, CallName.Of(call), call.TargetMethod.Name));
        }
    }
}
