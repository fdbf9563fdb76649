using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>What makes a create idempotent, or says that it needn't be.</summary>
internal static class Handling
{
    /// <summary>Declared on the method or its type, or the method is the core of an idempotent one.</summary>
    public static bool IsDeclared(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(IsDeclaration)) return true;
        }

        return method.Parameters.Any(parameter => parameter.Type.Name == "CreateAttempt")
            || (method.PartialImplementationPart ?? method.PartialDefinitionPart)?.GetAttributes().Any(IsDeclaration) == true
            || ImplementsDeclared(method);
    }

    /// <summary>Said to be none, with a reason.</summary>
    public static bool IsOptedOut(IMethodSymbol method) => method.GetAttributes().Concat(method.ContainingType?.GetAttributes() ?? []).Any(attribute => attribute.AttributeClass?.Name is "NonIdempotentAttribute" or "NonIdempotent");

    /// <summary>A call in this body that is reached safely, or that sends a key.</summary>
    public static bool Covers(IOperation call) => IsInOnce(call) || LookFirst.Guards(call) || KeyEvidence.In(CallSite.BodyOf(call)) || ResolvesConflict(CallSite.BodyOf(call));

    private static bool IsDeclaration(AttributeData attribute) => attribute.AttributeClass?.Name is "IdempotentAttribute" or "Idempotent" or "NonIdempotentAttribute" or "NonIdempotent";

    private static bool ImplementsDeclared(IMethodSymbol method) => method.ContainingType is { } type && type.AllInterfaces.Any(contract =>
        contract.GetMembers(method.Name).Any(member => member.GetAttributes().Any(IsDeclaration) && Origin.Same(type.FindImplementationForInterfaceMember(member), method)));

    /// <summary>In a delegate that something calls at most once per key: <c>semel.CreateOrGetAsync(…)</c>, <c>cache.GetOrAddAsync(…)</c>.</summary>
    private static bool IsInOnce(IOperation call)
    {
        for (var parent = call.Parent; parent is not null and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation outer && IsOnce(outer.TargetMethod.Name)) return true;
        }

        return false;
    }

    private static bool IsOnce(string name) => Words.Mentions(name, "createorget", "getorcreate", "getoradd", "createifnot", "ensurecreated", "idempoten", "addorupdate", "followup")
        || name.EndsWith("Once", StringComparison.Ordinal) || name.EndsWith("OnceAsync", StringComparison.Ordinal);

    /// <summary>"It exists" is answered by a look: <c>if (response.StatusCode == HttpStatusCode.Conflict) return await GetAsync(name);</c>.</summary>
    public static bool ResolvesConflict(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var resolved = operation switch
            {
                IConditionalOperation conditional when MentionsConflict(conditional.Condition) => conditional.WhenTrue,
                ICatchClauseOperation { Filter: { } filter } clause when MentionsConflict(filter) => clause.Handler,
                ICatchClauseOperation { ExceptionType.Name: var name } clause when Words.Mentions(name, "conflict", "alreadyexists", "duplicate") => clause.Handler,
                ISwitchExpressionArmOperation arm when MentionsConflict(arm.Pattern) => arm.Value,
                ISwitchCaseOperation section when section.Clauses.Any(MentionsConflict) => section,
                _ => null,
            };
            if (resolved is not null && !Exits.Throws(resolved) && LookCall.IsIn(resolved)) return true;
        }

        return ToleratesConflict(body);
    }

    /// <summary>"It exists" is as good as "it was created", where nothing but that is answered: <c>if (response.StatusCode != HttpStatusCode.Conflict) response.EnsureSuccessStatusCode();</c>.</summary>
    private static bool ToleratesConflict(IOperation body) => AnswersNothing(body) && body.Descendants().Any(operation => operation switch
    {
        IConditionalOperation { Type: null } conditional when MentionsConflict(conditional.Condition) => !Exits.Throws(conditional.WhenTrue) || Differs(conditional.Condition),
        ICatchClauseOperation { Filter: { } filter } clause when MentionsConflict(filter) => !Exits.Throws(clause.Handler),
        IReturnOperation { ReturnedValue: { } value } => MentionsConflict(value),
        _ => false,
    });

    private static bool AnswersNothing(IOperation body) => body.Descendants().OfType<IReturnOperation>().All(result => result.ReturnedValue?.Type is null or { SpecialType: SpecialType.System_Boolean } || IsInLambda(result, body));

    private static bool Differs(IOperation condition) => condition.DescendantsAndSelf().Any(operation =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } or INegatedPatternOperation && MentionsConflict(operation));

    private static bool IsInLambda(IOperation operation, IOperation body)
    {
        for (var parent = operation.Parent; parent is not null && !ReferenceEquals(parent, body); parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        }

        return false;
    }

    private static bool MentionsConflict(IOperation condition) => condition.DescendantsAndSelf().Any(operation =>
        operation is IFieldReferenceOperation { Field.Name: "Conflict" } or ILiteralOperation { ConstantValue: { HasValue: true, Value: 409 } });
}
