using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Flow;

/// <summary>A call that looks whether something is there: in an API, a database, a file, a dictionary.</summary>
internal static class LookCall
{
    private static readonly HashSet<string> Verbs = ["get", "find", "list", "search", "lookup", "look", "query", "fetch", "read", "load", "exists", "exist", "contains", "has", "retrieve", "describe", "resolve", "any", "first", "single", "head", "check", "select", "is", "send", "execute", "try", "enumerate", "recall", "peek", "was", "probe"];
    private static readonly HashSet<string> NotResources = ["token", "auth", "authorization", "header", "headers", "config", "configuration", "options", "setting", "settings", "client", "url", "uri", "environment", "type", "service", "bytes", "hash", "result", "awaiter", "enumerator", "section", "variable", "method", "code", "name", "null", "whitespace", "empty", "credentials", "region", "regions", "version", "quota", "limits", "enabled", "valid", "required", "cancelled", "cancellation"];

    /// <summary>Whether an expression is such a call, holds one, or is a local that one filled.</summary>
    public static bool IsIn(IOperation operation) => IsIn(operation, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    public static bool Is(IInvocationOperation call)
    {
        var words = Words.OfMethod(call.TargetMethod.Name);
        if (words.Count == 0) return false;
        if (words[words.Count - 1] is "exists" or "exist") return true;
        if (!Verbs.Contains(words[0])) return false;
        switch (words[0])
        {
            case "send" or "execute":
                return call.Arguments.Any(argument => HttpVerb.Is(argument.Value, "GET") || HttpVerb.Is(argument.Value, "HEAD")
                    || HttpMessage.IsMessageType(argument.Value.Type) && (HttpMessage.Of(argument.Value, "GET") ?? HttpMessage.Of(argument.Value, "HEAD")) is not null)
                    || words.Count > 1 && words[1] is "get" or "head";
            case "is" or "was" or "check" or "has":
                return words.Any(word => word is "exists" or "exist" or "existing" or "created" or "known" or "registered" or "recorded" or "done" or "there" or "member" or "processed") || words[0] == "has" && words.Count > 1 && !words.Any(NotResources.Contains);
            case "try":
                return words.Count > 1 && words[1] is "get" or "find" or "read" or "load" or "take" or "lookup" && !words.Any(NotResources.Contains) || call.TargetMethod.Name == "TryGetValue";
            case "any" or "first" or "single" or "contains" or "select":
                // of a sequence in memory only what it was filled by counts; asked of a database, it is the look itself
                return call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) || call.TargetMethod.Name is "ContainsKey" || words[0] == "contains" && call.Instance is IMemberReferenceOperation;
            default:
                return !words.Skip(1).Any(NotResources.Contains);
        }
    }

    private static bool IsIn(IOperation operation, HashSet<ISymbol> seen)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IInvocationOperation call when Is(call): return true;
                case ILocalReferenceOperation local when seen.Add(local.Local) && FilledBy(local).Any(value => IsIn(value, seen)): return true;
            }
        }

        return false;
    }

    /// <summary>What a local holds: assigned, matched by a pattern, or given out by a call.</summary>
    private static IEnumerable<IOperation> FilledBy(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        foreach (var operation in Origin.Root(reference).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Origin.Same(declarator.Symbol, local) && declarator.GetVariableInitializer() is { } initializer: yield return initializer.Value; break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Origin.Same(target.Local, local): yield return assignment.Value; break;
                case IDeclarationPatternOperation pattern when Origin.Same(pattern.DeclaredSymbol, local) && Matched(pattern) is { } value: yield return value; break;
                case IRecursivePatternOperation pattern when Origin.Same(pattern.DeclaredSymbol, local) && Matched(pattern) is { } value: yield return value; break;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation given } declared when Origin.Same(given.Local, local) && declared.Parent is IArgumentOperation { Parent: IInvocationOperation call }: yield return call; break;
                case IForEachLoopOperation loop when loop.Locals.Any(variable => Origin.Same(variable, local)): yield return loop.Collection; break;
            }
        }
    }

    private static IOperation? Matched(IOperation pattern)
    {
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IIsPatternOperation matched) return matched.Value;
            if (parent is not IPatternOperation) return null;
        }

        return null;
    }
}
