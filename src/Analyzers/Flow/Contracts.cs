using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Flow;

/// <summary>A method and the members of interfaces that it implements.</summary>
internal static class Contracts
{
    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        yield return method;
        if (method.MethodKind == MethodKind.LocalFunction) yield break;
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (Origin.Same(method.ContainingType.FindImplementationForInterfaceMember(member), method)) yield return CallSite.Definition(member);
            }
        }
    }
}
