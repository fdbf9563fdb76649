using Microsoft.CodeAnalysis;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>Which methods of generated code create a resource by a POST that nothing makes idempotent. A type is read when one of its methods is asked for, at the end of a compilation, by one thread.</summary>
internal sealed class GeneratedCreates(GeneratedCode code, KeyHandlers handlers)
{
    private readonly Dictionary<INamedTypeSymbol, HashSet<IMethodSymbol>> _read = new(SymbolEqualityComparer.Default);
    private IReadOnlyList<INamedTypeSymbol>? _implementers;

    /// <param name="method">A method of a class, or of an interface that generated classes implement.</param>
    public bool IsUnhandled(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var asked = CallSite.Definition(method);
        if (asked.ContainingType?.OriginalDefinition is not { } type) return false;
        if (type.TypeKind != TypeKind.Interface) return Of(type, cancellationToken).Contains(asked);
        return (IsRefits(asked) && code.IsIn(type, cancellationToken)) || Implementers(cancellationToken).Any(candidate => candidate.AllInterfaces.Any(contract => Origin.Same(contract.OriginalDefinition, type)) && Of(candidate, cancellationToken).Contains(asked));
    }

    /// <summary>Whether a type has such a method.</summary>
    public bool AnyOf(ITypeSymbol type, CancellationToken cancellationToken) => type is INamedTypeSymbol named && Of(named.OriginalDefinition, cancellationToken).Count > 0;

    private HashSet<IMethodSymbol> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(type, out var known)) return known;
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct && code.IsIn(type, cancellationToken) && !GeneratedCode.IsOurs(type))
        {
            var calls = code.Read(type, cancellationToken);
            found.UnionWith(new CreateRoutes(calls, handlers).UnhandledWithOverloads().Where(create => calls.Calls(create).Any(site => site.IsGenerated)).SelectMany(Contracts.Of));
        }

        _read.Add(type, found);
        return found;
    }

    /// <summary><c>[Post("/v2/droplets")]</c> in an interface that a generator wrote for Refit.</summary>
    public static bool IsRefits(IMethodSymbol method) => RefitMethod.PathOf(method) is { } path && CreateName.Of(method) is { } name
        && name.Creates(path.Length == 0 ? null : new PathText(path)) && !Handling.IsDeclared(method) && !RefitMethod.SendsKey(method) && !KeyEvidence.In(method) && !TestCode.Is(method.ContainingType);

    private IReadOnlyList<INamedTypeSymbol> Implementers(CancellationToken cancellationToken) => _implementers ??= [.. In(code.Compilation.Assembly.GlobalNamespace).Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct && code.IsIn(type, cancellationToken))];

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol place) => place.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? In(type).Prepend(type) : In(member));
}
