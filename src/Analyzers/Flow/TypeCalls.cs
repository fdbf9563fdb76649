using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Flow;

/// <summary>Who calls whom within a type, over all its parts, and where it sends POSTs.</summary>
internal sealed class TypeCalls(INamedTypeSymbol type)
{
    private const int MaxDepth = 5;

    private readonly ConcurrentQueue<CallSite> _sites = new();
    private ILookup<IMethodSymbol, CallSite>? _byUnit;
    private ILookup<IMethodSymbol, CallSite>? _byTarget;

    public INamedTypeSymbol Type => type;

    public bool HasPosts => _sites.Any(site => site.Post is not null);

    public IEnumerable<IMethodSymbol> Units => ByUnit.Select(group => group.Key);

    private ILookup<IMethodSymbol, CallSite> ByUnit => _byUnit ??= Ordered().ToLookup(site => site.Unit, site => site, SymbolEqualityComparer.Default as IEqualityComparer<IMethodSymbol>);

    private ILookup<IMethodSymbol, CallSite> ByTarget => _byTarget ??= Ordered().Where(site => site.Target is not null)
        .ToLookup(site => site.Target!, site => site, SymbolEqualityComparer.Default as IEqualityComparer<IMethodSymbol>);

    public void Add(IInvocationOperation call, ISymbol containing, bool isGenerated)
    {
        if (!Origin.Same(containing.ContainingType, type)) return;
        var target = TargetOf(call);
        var post = PostCall.Match(call);
        if (target is null && post is null) return;
        if (CallSite.UnitOf(call, containing) is { } unit) _sites.Enqueue(new CallSite(unit, call, post, target, isGenerated));
    }

    public IEnumerable<CallSite> Calls(IMethodSymbol unit) => ByUnit[unit];

    public IEnumerable<CallSite> Callers(IMethodSymbol unit) => ByTarget[unit].Where(site => !Origin.Same(site.Unit, unit));

    public IEnumerable<CallSite> Sites => Ordered();

    /// <summary>The ways from a method to a POST: each a list of calls, the last of which sends it.</summary>
    public IEnumerable<IReadOnlyList<CallSite>> RoutesToPost(IMethodSymbol unit, Func<IMethodSymbol, bool> follow) => Routes(unit, follow, []);

    private IEnumerable<IReadOnlyList<CallSite>> Routes(IMethodSymbol unit, Func<IMethodSymbol, bool> follow, List<CallSite> before)
    {
        foreach (var site in Calls(unit))
        {
            if (site.Post is not null)
            {
                yield return [.. before, site];
                continue;
            }

            if (site.Target is not { } target || before.Count == MaxDepth || Origin.Same(target, unit) || before.Any(earlier => Origin.Same(earlier.Unit, target)) || !follow(target)) continue;
            foreach (var route in Routes(target, follow, [.. before, site])) yield return route;
        }
    }

    private IMethodSymbol? TargetOf(IInvocationOperation call)
    {
        var method = CallSite.Definition(call.TargetMethod);
        return method.MethodKind == MethodKind.LocalFunction || Origin.Same(method.ContainingType?.OriginalDefinition, type.OriginalDefinition) ? method : null;
    }

    private IEnumerable<CallSite> Ordered() => _sites.OrderBy(site => site.Call.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(site => site.Call.Syntax.SpanStart);
}
