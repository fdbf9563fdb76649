using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3006: a look that failed, for whatever reason, is taken for "not there", and something is created.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchAllBeforeCreateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.CatchAllBeforeCreate];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeTry, OperationKind.Try);
        context.RegisterOperationAction(AnalyzeCondition, OperationKind.Conditional);
    }

    private static void AnalyzeTry(OperationAnalysisContext context)
    {
        var attempt = (ITryOperation)context.Operation;
        if (attempt.Catches.Length == 0 || !AwaitsLook(attempt.Body) || Creates.IsIn(attempt.Body)) return;
        foreach (var clause in attempt.Catches)
        {
            if (SaysNotFound(clause) || !LeadsToCreate(clause, attempt) || clause.Syntax is not CatchClauseSyntax syntax) continue;
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.CatchAllBeforeCreate, syntax.CatchKeyword.GetLocation(), "This catch"));
        }
    }

    /// <summary><c>if (!response.IsSuccessStatusCode)</c> after a GET, and a create behind it.</summary>
    private static void AnalyzeCondition(OperationAnalysisContext context)
    {
        var conditional = (IConditionalOperation)context.Operation;
        if (!conditional.Condition.DescendantsAndSelf().Any(operation => operation is IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" })) return;
        if (MentionsNotFound(conditional.Condition)) return;
        var presence = PresenceReader.Read(conditional.Condition, LookCall.IsIn);
        if (presence == Presence.Unknown) return;
        var absent = presence == Presence.Absent ? conditional.WhenTrue : conditional.WhenFalse;
        if (absent is null || MentionsNotFound(absent) || !Creates.IsIn(absent)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.CatchAllBeforeCreate, conditional.Condition.Syntax.GetLocation(), "This condition"));
    }

    private static bool AwaitsLook(IOperation body) => body.Descendants().Any(operation => operation is IAwaitOperation awaited && Origin.Bare(awaited) is IInvocationOperation call && LookCall.Is(call));

    /// <summary>A type that means it, a filter or a check of the status.</summary>
    private static bool SaysNotFound(ICatchClauseOperation clause) =>
        clause.ExceptionType is { } type && Words.Mentions(type.Name, "notfound", "missing", "nosuch", "doesnotexist", "gone", "canceled", "cancelled")
        || clause.Filter is { } filter && MentionsNotFound(filter) || MentionsNotFound(clause.Handler);

    private static bool MentionsNotFound(IOperation code) => code.DescendantsAndSelf().Any(operation => operation switch
    {
        IFieldReferenceOperation { Field.Name: "NotFound" or "Gone" } => true,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: 404 or 410 } } => true,
        IPropertyReferenceOperation { Property.Name: var name } => Words.Mentions(name, "isnotfound", "notfound"),
        IInvocationOperation { TargetMethod.Name: var name } => Words.Mentions(name, "isnotfound", "notfound", "is404"),
        ITypePatternOperation { MatchedType.Name: var name } => Words.Mentions(name, "notfound"),
        IIsTypeOperation { TypeOperand.Name: var name } => Words.Mentions(name, "notfound"),
        _ => false,
    });

    private static bool LeadsToCreate(ICatchClauseOperation clause, ITryOperation attempt)
    {
        if (Creates.IsIn(clause.Handler)) return true;
        if (Exits.Always(clause.Handler) || attempt.Parent is not IBlockOperation block) return false;
        return block.Operations.SkipWhile(statement => !ReferenceEquals(statement, attempt)).Skip(1).Any(Creates.IsIn);
    }
}
