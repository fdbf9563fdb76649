using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Runtime;

/// <summary>SEM4001: a create that may or may not have been applied is taken for done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedDoubtAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.SwallowedDoubt];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Try);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var attempt = (ITryOperation)context.Operation;
        if (attempt.Catches.Length == 0 || !attempt.Body.Descendants().Any(operation => operation is IInvocationOperation call && SemelCreate.Is(call))) return;
        foreach (var clause in attempt.Catches)
        {
            if (!CatchesDoubt(clause)) continue;
            if (Swallows(clause) && clause.Syntax is CatchClauseSyntax syntax)
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.SwallowedDoubt, syntax.CatchKeyword.GetLocation(), clause.ExceptionType?.Name ?? "Exception"));
            return; // what comes after it never sees the doubt
        }
    }

    private static bool CatchesDoubt(ICatchClauseOperation clause) =>
        (clause.ExceptionType is not { } type || type.Name is "Exception" or "Object" || SemelCreate.IsSemel(type) && type.Name is "SemelException" or "ResourceException" or "IndeterminateException" or "AmbiguousMatchException")
        && !(clause.Filter is { } filter && filter.DescendantsAndSelf().Any(operation => operation is IIsPatternOperation or IIsTypeOperation));

    /// <summary>It neither throws nor ends with a failure nor keeps the error; a line in a log changes nothing.</summary>
    private static bool Swallows(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Descendants())
        {
            switch (operation)
            {
                case IThrowOperation: return false;
                case IInvocationOperation { TargetMethod.Name: "Exit" or "FailFast" or "ResolveAsync" or "AdoptAsync" or "Throw" or "Capture" }: return false;
                case IInvocationOperation call when !IsLog(call) && call.Arguments.Any(argument => Mentions(argument.Value, clause)): return false;
                case IAssignmentOperation assignment when Mentions(assignment.Value, clause) || assignment.Target is IPropertyReferenceOperation { Property.Name: "ExitCode" } || IsFailure(assignment.Value): return false;
                case IReturnOperation { ReturnedValue: { } value } when IsFailure(value) || Mentions(value, clause): return false;
                case IIncrementOrDecrementOperation: return false;
            }
        }

        return true;
    }

    private static bool IsLog(IInvocationOperation call) =>
        Words.Mentions(call.TargetMethod.Name, "log", "write", "trace", "debug", "print", "warn", "info", "error") || Words.Mentions(call.TargetMethod.ContainingType.Name, "logger", "console", "log");

    private static bool IsFailure(IOperation value) => Origin.Bare(value) switch
    {
        { ConstantValue: { HasValue: true, Value: false } } => true,
        { ConstantValue: { HasValue: true, Value: int code } } => code != 0,
        IInvocationOperation call => Words.Mentions(call.TargetMethod.Name, "fail", "problem", "error", "conflict", "fromexception", "unavailable"),
        IMemberReferenceOperation member => Words.Mentions(member.Member.Name, "fail", "error", "unknown", "indeterminate", "stuck", "doubt"),
        IObjectCreationOperation creation => creation.Arguments.Any(argument => IsFailure(argument.Value)) || Words.Mentions(creation.Type?.Name ?? "", "fail", "error", "problem"),
        _ => false,
    };

    private static bool Mentions(IOperation value, ICatchClauseOperation clause) =>
        value.DescendantsAndSelf().Any(operation => operation is ILocalReferenceOperation local && clause.Locals.Any(caught => Origin.Same(caught, local.Local)));
}
