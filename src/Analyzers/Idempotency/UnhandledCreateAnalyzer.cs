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
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var generated = new ConcurrentDictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
            var uses = new ConcurrentQueue<(IInvocationOperation Call, IMethodSymbol Unit)>();
            var handlers = new KeyHandlers(start.Compilation);
            start.RegisterSymbolStartAction(symbol => Collect(symbol, handlers, generated), SymbolKind.NamedType);
            start.RegisterSymbolAction(symbol => AnalyzeInterfaceMethod(symbol, generated), SymbolKind.Method);
            start.RegisterOperationAction(operation => Use(operation, uses), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => ReportUses(end, generated, uses));
        });
    }

    private static void Collect(SymbolStartAnalysisContext start, KeyHandlers handlers, ConcurrentDictionary<IMethodSymbol, bool> generated)
    {
        var type = (INamedTypeSymbol)start.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || IsOurs(type)) return;
        var calls = new TypeCalls(type);
        start.RegisterOperationAction(operation => calls.Add((IInvocationOperation)operation.Operation, operation.ContainingSymbol, operation.IsGeneratedCode), OperationKind.Invocation);
        start.RegisterSymbolEndAction(end =>
        {
            if (!calls.HasPosts) return;
            var routes = new CreateRoutes(calls, handlers);
            foreach (var create in routes.Unhandled())
            {
                if (calls.Calls(create).All(site => !site.IsGenerated)) end.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnhandledCreate, create.Locations[0], create.Name));
            }

            if (!calls.Sites.Any(site => site.IsGenerated)) return;
            foreach (var create in routes.UnhandledWithOverloads())
            {
                foreach (var method in Contracts.Of(create)) generated.TryAdd(method, true);
            }
        });
    }

    private static bool IsOurs(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments is [{ Value: "Semel" }, ..]);

    /// <summary><c>[Post("/v2/droplets")]</c> of Refit: the interface is the method; a generated one is reported where it is called.</summary>
    private static void AnalyzeInterfaceMethod(SymbolAnalysisContext context, ConcurrentDictionary<IMethodSymbol, bool> generated)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (RefitMethod.PathOf(method) is not { } path || CreateName.Of(method) is not { } name) return;
        if (!name.Creates(path.Length == 0 ? null : new PathText(path)) || Handling.IsDeclared(method) || RefitMethod.SendsKey(method) || KeyEvidence.In(method) || TestCode.Is(method.ContainingType)) return;
        if (context.IsGeneratedCode) generated.TryAdd(method, true);
        else context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnhandledCreate, method.Locations[0], method.Name));
    }

    private static void Use(OperationAnalysisContext context, ConcurrentQueue<(IInvocationOperation Call, IMethodSymbol Unit)> uses)
    {
        if (context.IsGeneratedCode) return;
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.DeclaringSyntaxReferences.Length == 0 || Origin.Same(call.TargetMethod.ContainingType, context.ContainingSymbol.ContainingType)) return;
        if (CreateName.Of(call.TargetMethod) is not null && CallSite.UnitOf(call, context.ContainingSymbol) is { } unit) uses.Enqueue((call, unit));
    }

    private static void ReportUses(CompilationAnalysisContext context, ConcurrentDictionary<IMethodSymbol, bool> generated, ConcurrentQueue<(IInvocationOperation Call, IMethodSymbol Unit)> uses)
    {
        if (generated.IsEmpty) return;
        foreach (var (call, unit) in uses)
        {
            if (!generated.ContainsKey(CallSite.Definition(call.TargetMethod)) || Handling.IsDeclared(unit) || Handling.Covers(call) || TestCode.Is(unit.ContainingType)) continue;
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnhandledGeneratedCreate, CallName.Of(call), call.TargetMethod.Name));
        }
    }
}
