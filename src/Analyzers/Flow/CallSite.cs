using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Flow;

/// <summary>A call of interest: it sends a POST, or it calls a method of the same type.</summary>
internal sealed class CallSite(IMethodSymbol unit, IInvocationOperation call, PostCall? post, IMethodSymbol? target, bool isGenerated)
{
    /// <summary>The method or local function that it stands in.</summary>
    public IMethodSymbol Unit => unit;

    public IInvocationOperation Call => call;

    public PostCall? Post => post;

    /// <summary>The method of the same type, or local function, that it calls; null for others.</summary>
    public IMethodSymbol? Target => target;

    public bool IsGenerated => isGenerated;

    /// <summary>The body of <see cref="Unit"/>.</summary>
    public IOperation Body => BodyOf(call);

    /// <summary>The local function or the method body that an operation is in.</summary>
    public static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent && operation is not ILocalFunctionOperation) operation = parent;
        return operation;
    }

    /// <summary>The method that an operation belongs to: the innermost local function, else the member.</summary>
    public static IMethodSymbol? UnitOf(IOperation operation, ISymbol containing) =>
        BodyOf(operation) is ILocalFunctionOperation function ? function.Symbol : (containing as IMethodSymbol) is { } method ? Definition(method) : null;

    /// <summary>One symbol for a method, whichever part or construction of it is at hand.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        return original.PartialDefinitionPart ?? original;
    }
}
