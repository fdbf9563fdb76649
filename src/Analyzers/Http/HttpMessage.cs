using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Http;

/// <summary>A request as a value: <c>HttpRequestMessage</c>, <c>RestRequest</c> and what else is named so.</summary>
internal static class HttpMessage
{
    private const int MaxDepth = 5;

    public static bool IsMessageType(ITypeSymbol? type) =>
        type is not null && (type.Name.EndsWith("RequestMessage", StringComparison.Ordinal) || type.Name is "RestRequest" or "IRestRequest" or "HttpWebRequest" or "WebRequest" or "RequestInformation" or "HttpRequest");

    /// <summary>The expression that makes the message and says that it is a POST (or another verb); null where it can't be seen.</summary>
    public static IOperation? Of(IOperation value, string verb = "POST") => Of(value, verb, MaxDepth);

    private static IOperation? Of(IOperation value, string verb, int depth)
    {
        if (depth == 0) return null;
        var bare = Origin.Bare(value);
        switch (bare)
        {
            case IObjectCreationOperation creation:
                return HasVerb(creation.Arguments, verb) || SetsVerb(creation.Initializer, verb) ? creation : null;
            case IInvocationOperation call when IsMessageType(call.Type):
                if (HasVerb(call.Arguments, verb) || Words.OfMethod(call.TargetMethod.Name).Contains(verb.ToLowerInvariant())) return call;
                foreach (var source in Sources(call))
                {
                    if (Of(source, verb, depth - 1) is { } found) return found;
                }

                return null;
            case ILocalReferenceOperation local:
                if (IsSetLater(local, verb) is { } setter) return setter;
                foreach (var assigned in Origin.Assigned(local.Local, local))
                {
                    if (Of(assigned, verb, depth - 1) is { } found) return found;
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Messages that a fluent call, or a helper that adds something, passes on.</summary>
    private static IEnumerable<IOperation> Sources(IInvocationOperation call)
    {
        if (call.Instance is { } instance && IsMessageType(instance.Type)) yield return instance;
        foreach (var argument in call.Arguments)
        {
            if (IsMessageType(argument.Value.Type)) yield return argument.Value;
        }
    }

    private static bool HasVerb(IEnumerable<IArgumentOperation> arguments, string verb) => arguments.Any(argument => HttpVerb.Is(argument.Value, verb));

    private static bool SetsVerb(IObjectOrCollectionInitializerOperation? initializer, string verb) =>
        initializer is not null && initializer.Initializers.Any(item => item is ISimpleAssignmentOperation assignment && IsVerb(assignment, verb));

    /// <summary><c>request.Method = HttpMethod.Post;</c> somewhere in the method.</summary>
    private static IOperation? IsSetLater(ILocalReferenceOperation local, string verb) => Origin.Root(local).Descendants().FirstOrDefault(operation =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation target } } assignment
        && Origin.Same(target.Local, local.Local) && IsVerb(assignment, verb));

    private static bool IsVerb(ISimpleAssignmentOperation assignment, string verb) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "Method" or "HttpMethod" or "Verb" } && HttpVerb.Is(assignment.Value, verb);
}
