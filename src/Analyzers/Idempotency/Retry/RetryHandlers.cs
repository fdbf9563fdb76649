using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Retry;

/// <summary>Handlers that repeat every request of a client: <c>AddHttpClient&lt;BookingClient&gt;().AddStandardResilienceHandler()</c>.</summary>
internal static class RetryHandlers
{
    private const int MaxSteps = 30;

    /// <summary>The type whose client gets a handler that repeats POSTs too; null where the call adds none or nobody knows for whom.</summary>
    public static ITypeSymbol? ClientOf(IInvocationOperation call) => Adds(call) && !SparesPosts(call) ? ClientType(call) : null;

    private static bool Adds(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AddStandardResilienceHandler" or "AddStandardHedgingHandler" => true,
        "AddTransientHttpErrorPolicy" or "AddResilienceHandler" => call.Arguments.Any(argument => argument.Descendants().Any(operation => operation is IInvocationOperation inner && Words.Mentions(inner.TargetMethod.Name, "retry", "hedg"))),
        "AddPolicyHandler" => call.Arguments.Any(argument => Pipelines.IsPolly(argument.Value.Type) && IsRetry(argument.Value)),
        _ => false,
    };

    private static bool IsRetry(IOperation policy) => Origin.Bare(policy) switch
    {
        IInvocationOperation made => Words.Mentions(made.TargetMethod.Name, "retry", "retries"),
        var other => other.Type is { } type && Words.Mentions(type.Name, "retry") || Origin.RootSymbol(other) is { } symbol && Words.Mentions(symbol.Name, "retry") || Pipelines.IsRepeating(other) && other is ILocalReferenceOperation,
    };

    /// <summary><c>options.Retry.DisableForUnsafeHttpMethods()</c> somewhere in the same statement.</summary>
    private static bool SparesPosts(IInvocationOperation call)
    {
        IOperation statement = call;
        while (statement.Parent is { } parent and not IBlockOperation) statement = parent;
        return statement.Descendants().Any(operation => operation is IInvocationOperation { TargetMethod.Name: "DisableForUnsafeHttpMethods" or "DisableFor" } or IPropertyReferenceOperation { Property: { Name: "Get", ContainingType.Name: "HttpMethod" } });
    }

    private static ITypeSymbol? ClientType(IInvocationOperation call)
    {
        IOperation? builder = call;
        for (var step = 0; builder is not null && step < MaxSteps; step++)
        {
            builder = Origin.Values(builder).FirstOrDefault();
            if (builder is not IInvocationOperation made) return null;
            if (made.TargetMethod is { Name: "AddHttpClient" or "AddRefitClient", TypeArguments: { Length: > 0 } types }) return types[types.Length - 1];
            builder = made.Instance ?? (made.Arguments.Length > 0 ? made.Arguments[0].Value : null);
        }

        return null;
    }

    /// <summary>Whether a method of a Refit interface creates and sends no key.</summary>
    public static bool Creates(ITypeSymbol type) => type.TypeKind == TypeKind.Interface && type.GetMembers().OfType<IMethodSymbol>().Any(method =>
        RefitMethod.PathOf(method) is { } path && CreateName.Of(method)?.Creates(new PathText(path)) == true && !RefitMethod.SendsKey(method));
}
