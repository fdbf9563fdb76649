using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Retry;

/// <summary>Whether a call that takes a delegate runs it again: Polly's pipelines and policies, and helpers that are named so.</summary>
internal static class Pipelines
{
    private static readonly string[] Repeating = ["retry", "retri", "hedg", "standardresilience", "resilien"];
    private static readonly string[] Once = ["timeout", "circuitbreaker", "breaker", "bulkhead", "ratelimit", "limiter", "noop", "fallback", "concurrency", "noretry", "withoutretry", "noretries"];

    public static bool Repeat(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (receiver is not null && IsPolly(receiver.Type)) return call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal) && IsRepeating(receiver);
        if (Words.Mentions(call.TargetMethod.Name, Once)) return false;
        if (Words.OfMethod(call.TargetMethod.Name).Any(word => word is "retry" or "retries" or "retrying" or "hedge" or "hedged" or "resilient" or "resiliently" or "resilience")) return true;
        if (call.TargetMethod.ContainingType is { } type && Words.Mentions(type.Name, "retry", "retrier", "resilien", "hedg") && !Words.Mentions(type.Name, Once)) return true;
        return receiver is IMemberReferenceOperation { Member.Name: var name } && Words.Mentions(name, "retry", "resilien", "hedg");
    }

    /// <summary>Whether an expression makes, or is, a policy that repeats; unknown policies count as such.</summary>
    public static bool IsRepeating(IOperation policy)
    {
        if (policy.Type is { } type)
        {
            if (Words.Mentions(type.Name, "retry", "hedg")) return true;
            if (Words.Mentions(type.Name, Once)) return false;
        }

        var names = new List<string>();
        foreach (var origin in Origin.Values(policy)) Collect(origin, names, 3);
        if (names.Any(name => Words.Mentions(name, Once[9], Once[10], Once[11]))) return false;
        return names.Any(name => Words.Mentions(name, Repeating)) || !names.Any(name => Words.Mentions(name, Once));
    }

    public static bool IsPolly(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name == "Polly") return !Words.Mentions(type!.Name, "builder");
        }

        return false;
    }

    /// <summary>The names of the calls that build it, wherever it is declared in this project.</summary>
    private static void Collect(IOperation origin, List<string> names, int depth)
    {
        foreach (var operation in origin.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation call: names.Add(call.TargetMethod.Name); Collect(call.TargetMethod, names, depth); break;
                case IFieldReferenceOperation { Field: var field }: names.Add(field.Name); Collect(field, names, depth); break;
                case IPropertyReferenceOperation { Property: var property }: names.Add(property.Name); Collect(property, names, depth); break;
                case IParameterReferenceOperation { Parameter.Name: var name }: names.Add(name); break;
                case ILocalReferenceOperation { Local.Name: var name }: names.Add(name); break;
            }
        }
    }

    private static void Collect(ISymbol symbol, List<string> names, int depth)
    {
        if (depth == 0) return;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax();
            names.AddRange(Names(syntax));
            if (symbol is not (IFieldSymbol or IPropertySymbol) || syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type) continue;
            foreach (var assignment in type.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if ((assignment.Left as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText == symbol.Name || (assignment.Left as IdentifierNameSyntax)?.Identifier.ValueText == symbol.Name) names.AddRange(Names(assignment.Right));
            }
        }
    }

    private static IEnumerable<string> Names(SyntaxNode syntax) => syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).Where(name => name.StartsWith("Add", StringComparison.Ordinal) || name.EndsWith("Async", StringComparison.Ordinal) || name.EndsWith("Policy", StringComparison.Ordinal) || Words.Mentions(name, "retry", "timeout", "hedg", "breaker"));
}
