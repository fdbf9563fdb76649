using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Retry;

/// <summary>Whether a call sends a POST that makes something, carries no key, and is repeated.</summary>
internal static class RepeatedPost
{
    public static bool Is(TypeCalls calls, CallSite site)
    {
        if (site.IsGenerated || RetryContext.Around(site.Call, site.Unit) is not { } around) return false;
        if (site.Post is not null) return MakesSomething([site]) && !IsSafe(calls, [site], around);
        return site.Target is { } target && Routes(calls, target).Any(route => MakesSomething([site, .. route]) && !IsSafe(calls, [site, .. route], around));
    }

    /// <summary>A method that is handed over by its name.</summary>
    public static bool Is(TypeCalls calls, IMethodReferenceOperation reference, ISymbol containing)
    {
        var target = CallSite.Definition(reference.Method);
        if (RetryContext.Around(reference, containing as IMethodSymbol) is null) return false;
        return Routes(calls, target).Any(route => MakesSomething(route) && !IsSafe(calls, route, around: null));
    }

    private static IEnumerable<IReadOnlyList<CallSite>> Routes(TypeCalls calls, IMethodSymbol target) =>
        calls.RoutesToPost(target, inner => !Words.Mentions(inner.Name, "token", "authenticat", "login", "signin"));

    /// <summary>Neither a search nor a sign-in nor a measurement, by the names on the way and by the path.</summary>
    private static bool MakesSomething(IReadOnlyList<CallSite> route)
    {
        foreach (var site in route)
        {
            var words = Words.OfMethod(site.Unit.Name);
            if (words.Count > 0 && CreateWords.Harmless.Contains(words[0]) || words.Any(word => word is "token" or "login" or "telemetry" or "metrics" or "search" or "query" or "graphql" or "webhook" or "heartbeat")) return false;
        }

        var last = route[route.Count - 1];
        var name = route.Select(site => CreateName.Of(site.Unit)).FirstOrDefault(found => found is not null);
        var path = last.Post!.Path is { IsUnknown: false } known ? known : null;
        if (name is not null) return name.Creates(path) || path?.MayCreate(named: false) == true;
        return path?.MayCreate(named: false) != false && !last.Call.Descendants().Any(operation => operation is IMemberReferenceOperation { Member.Name: var member } && Words.Mentions(member, "webhook"));
    }

    private static bool IsSafe(TypeCalls calls, IReadOnlyList<CallSite> route, IOperation? around) =>
        route.Any(site => KeyEvidence.In(site.Body) || Handling.IsOptedOut(site.Unit) || Handling.ResolvesConflict(site.Body) || KeyEvidence.In(site.Unit) || LookFirst.Guards(site.Call, ReferenceEquals(site, route[0]) ? around : null))
        || route.Any(site => calls.Calls(site.Unit).Any(inner => inner.Target is { } helper && calls.Calls(helper).Any(call => KeyEvidence.In(call.Body))));
}
