using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Idempotency;

/// <summary>Tests and doubles: what they create twice is theirs.</summary>
internal static class TestCode
{
    private static readonly HashSet<string> Attributes = ["FactAttribute", "TheoryAttribute", "TestAttribute", "TestCaseAttribute", "TestMethodAttribute", "DataTestMethodAttribute", "TestFixtureAttribute", "TestClassAttribute", "SetUpAttribute", "BenchmarkAttribute"];

    public static bool Is(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var name = current.Name;
            if (EndsWith(name, "Test", "Tests", "TestBase", "Spec", "Specs", "Fixture", "Benchmark", "Benchmarks") || StartsWith(name, "Fake", "Mock", "Stub", "InMemory")) return true;
            if (IsMarked(current) || current.GetMembers().Any(IsMarked)) return true;
        }

        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (EndsWith(space.Name, "Tests") || space.Name is "Test" or "Testing" or "Specs") return true;
        }

        return false;
    }

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && Attributes.Contains(type.Name));

    private static bool EndsWith(string name, params string[] ends) => ends.Any(end => name.EndsWith(end, StringComparison.Ordinal));

    private static bool StartsWith(string name, params string[] starts) => starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
