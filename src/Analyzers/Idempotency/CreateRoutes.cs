using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>Which methods of a type create a resource by a POST that nothing makes idempotent.</summary>
internal sealed class CreateRoutes(TypeCalls calls, KeyHandlers handlers)
{
    public IEnumerable<IMethodSymbol> Unhandled()
    {
        if (!calls.HasPosts || TestCode.Is(calls.Type)) yield break;
        foreach (var unit in calls.Units)
        {
            if (CreateName.Of(unit) is { } name && IsUnhandled(unit, name) && !IsReportedByCallers(unit)) yield return unit;
        }
    }

    /// <summary>The same for generated code, whose overloads call one another.</summary>
    public IEnumerable<IMethodSymbol> UnhandledWithOverloads()
    {
        if (!calls.HasPosts) yield break;
        foreach (var unit in calls.Units)
        {
            if (CreateName.Of(unit) is { } name && IsUnhandled(unit, name, target => target.Name == unit.Name || Follow(target))) yield return unit;
        }
    }

    /// <summary>Whether a method creates, handled or not.</summary>
    public bool Creates(IMethodSymbol unit) => CreateName.Of(unit) is { } name && calls.RoutesToPost(unit, Follow).Any(route => Creates(unit, name, route));

    private bool IsUnhandled(IMethodSymbol unit, CreateName name, Func<IMethodSymbol, bool>? follow = null) =>
        !Handling.IsDeclared(unit) && !KeyEvidence.In(unit) && calls.RoutesToPost(unit, follow ?? Follow).Any(route => Creates(unit, name, route) && !IsHandled(route));

    /// <summary>Helpers are followed, creates that stand for themselves and what only reads or signs in are not.</summary>
    private static bool Follow(IMethodSymbol target)
    {
        if (Words.Mentions(target.Name, "token", "authenticat", "login", "signin", "notify", "webhook", "publish", "graphql")) return false;
        return IsPrivate(target) || CreateName.Of(target) is null;
    }

    private static bool IsPrivate(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility == Accessibility.Private;

    private static bool Creates(IMethodSymbol unit, CreateName name, IReadOnlyList<CallSite> route)
    {
        var last = route[route.Count - 1];
        if (route.Skip(1).Any(site => CreateWords.Harmless.Contains(Words.OfMethod(site.Unit.Name)[0]))) return false;
        if (IsRpc(last.Call) || CallsWebhook(last.Call)) return false;
        var path = PathOf(route);
        return !IsHelper(unit, route, path) && name.Creates(path);
    }

    /// <summary>The first address on the way that shows a word.</summary>
    private static PathText? PathOf(IReadOnlyList<CallSite> route)
    {
        foreach (var site in route)
        {
            var path = site.Post is { } post ? post.Path : AddressText.OfArguments(site.Call.Arguments.Where(argument => argument.Parameter is { } parameter && IsPathName(parameter.Name)));
            if (path is { IsUnknown: false }) return path;
        }

        return null;
    }

    private bool IsHandled(IReadOnlyList<CallSite> route) =>
        route.Any(site => Handling.Covers(site.Call)) || route.Any(site => calls.Calls(site.Unit).Any(inner => inner.Target is { } helper && calls.Calls(helper).Any(call => KeyEvidence.In(call.Body))))
        || handlers.Exist;

    /// <summary>A method that takes the path from its caller makes whatever the caller makes: <c>CreateAsync&lt;T&gt;(string path, object body)</c>.</summary>
    private static bool IsHelper(IMethodSymbol unit, IReadOnlyList<CallSite> route, PathText? path) => path is null && unit.Parameters.Any(parameter =>
        (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name is "Uri") && IsPathName(parameter.Name)
        && route.Any(site => site.Call.Arguments.SelectMany(argument => argument.Descendants()).OfType<IParameterReferenceOperation>().Any(reference => Origin.Same(reference.Parameter.OriginalDefinition, parameter))
            || site.Post?.Message?.Descendants().OfType<IParameterReferenceOperation>().Any(reference => Origin.Same(reference.Parameter.OriginalDefinition, parameter)) == true));

    private static bool IsPathName(string name) => Words.Mentions(name, "url", "uri", "path", "endpoint", "resource", "route", "address");

    private static bool IsRpc(IInvocationOperation call) => call.Descendants().Any(operation =>
        operation is IPropertyReferenceOperation { Property.Name: "jsonrpc" } || operation.Type?.Name.IndexOf("JsonRpc", StringComparison.OrdinalIgnoreCase) >= 0 || operation.Type?.Name.IndexOf("GraphQL", StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool CallsWebhook(IInvocationOperation call) => call.Arguments.Take(2).Any(argument => Origin.Bare(argument.Value) switch
    {
        IMemberReferenceOperation member => Words.Mentions(member.Member.Name, "webhook"),
        IParameterReferenceOperation parameter => Words.Mentions(parameter.Parameter.Name, "webhook") && parameter.Type?.SpecialType == SpecialType.System_String,
        ILocalReferenceOperation local => Words.Mentions(local.Local.Name, "webhookurl"),
        _ => false,
    });

    /// <summary>A private create is reported where it is called: by a create that is reported itself, or not at all where each caller looks first.</summary>
    private bool IsReportedByCallers(IMethodSymbol unit)
    {
        if (!IsPrivate(unit)) return false;
        var callers = calls.Callers(unit).ToList();
        return callers.Count > 0 && callers.All(site => Handling.Covers(site.Call) || Handling.IsDeclared(site.Unit) || CreateName.Of(site.Unit) is not null && Creates(site.Unit));
    }
}
