using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Retry;

/// <summary>SEM3003: something repeats a POST that carries no idempotency key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PostInsideRetryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.PostInsideRetry, DiagnosticCatalogue.CreateInsideRetry];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var found = new Found();
            var handlers = new KeyHandlers(start.Compilation);
            var generated = new GeneratedCode(start.Compilation, start.Options);
            start.RegisterSymbolStartAction(symbol => Collect(symbol, handlers, generated, found), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => CollectUse(operation, found), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => Report(end, new GeneratedCreates(generated, handlers), found));
        });
    }

    private static void Collect(SymbolStartAnalysisContext start, KeyHandlers handlers, GeneratedCode generated, Found found)
    {
        var type = (INamedTypeSymbol)start.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return;
        var calls = new TypeCalls(type);
        var groups = new ConcurrentQueue<(IMethodReferenceOperation Reference, ISymbol Containing)>();
        start.RegisterOperationAction(operation => calls.Add((IInvocationOperation)operation.Operation, operation.ContainingSymbol, isGenerated: false), OperationKind.Invocation);
        start.RegisterOperationAction(operation => groups.Enqueue(((IMethodReferenceOperation)operation.Operation, operation.ContainingSymbol)), OperationKind.MethodReference);
        start.RegisterSymbolEndAction(end =>
        {
            generated.AddGenerated(calls, end.CancellationToken);
            if (!calls.HasPosts || TestCode.Is(type)) return;
            var creates = new CreateRoutes(calls, handlers).UnhandledWithOverloads().ToList();
            creates.ForEach(found.AddCreate);
            foreach (var site in calls.Sites)
            {
                if (RepeatedPost.Is(calls, site)) end.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.PostInsideRetry, CallName.Of(site.Call), site.Call.TargetMethod.Name));
            }

            foreach (var (reference, containing) in groups)
            {
                if (RepeatedPost.Is(calls, reference, containing)) end.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.PostInsideRetry, reference.Syntax.GetLocation(), reference.Method.Name));
            }
        });
    }

    /// <summary>Creates of other types, and handlers for them, are judged when all types are known.</summary>
    private static void CollectUse(OperationAnalysisContext context, Found found)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) && RetryHandlers.ClientOf(call) is { } client) found.Handlers.Enqueue((call, client));
        if (call.TargetMethod.DeclaringSyntaxReferences.Length == 0 || Origin.Same(call.TargetMethod.ContainingType, context.ContainingSymbol.ContainingType) || CreateName.Of(call.TargetMethod) is null) return;
        var unit = CallSite.UnitOf(call, context.ContainingSymbol);
        if (RetryContext.Around(call, unit) is { } context2 && !LookFirst.Guards(call, context2) && !KeyEvidence.In(CallSite.BodyOf(call))) found.Uses.Enqueue(call);
    }

    private static void Report(CompilationAnalysisContext context, GeneratedCreates generated, Found found)
    {
        foreach (var (call, client) in found.Handlers)
        {
            if (found.Types.ContainsKey(client) || RetryHandlers.Creates(client) || generated.AnyOf(client, context.CancellationToken)) context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.CreateInsideRetry, CallName.Of(call), $"The creates of {client.Name}"));
        }

        foreach (var call in found.Uses)
        {
            if (found.Creates.ContainsKey(CallSite.Definition(call.TargetMethod)) || (!TestCode.Is(call.TargetMethod.ContainingType) && generated.IsUnhandled(call.TargetMethod, context.CancellationToken))) context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.CreateInsideRetry, CallName.Of(call), $"'{call.TargetMethod.Name}'"));
        }
    }

    private sealed class Found
    {
        public ConcurrentDictionary<IMethodSymbol, bool> Creates { get; } = new(SymbolEqualityComparer.Default);

        public ConcurrentDictionary<ITypeSymbol, bool> Types { get; } = new(SymbolEqualityComparer.Default);

        public ConcurrentQueue<(IInvocationOperation Call, ITypeSymbol Client)> Handlers { get; } = new();

        public ConcurrentQueue<IInvocationOperation> Uses { get; } = new();

        public void AddCreate(IMethodSymbol create)
        {
            foreach (var method in Contracts.Of(create)) Creates.TryAdd(method, true);
            Types.TryAdd(create.ContainingType, true);
        }
    }
}
