using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Idempotency;

/// <summary>Whether a handler of this project that is named after idempotency may add the key to every request; asked once in a compilation, for it goes through all types.</summary>
internal sealed class KeyHandlers(Compilation compilation)
{
    private readonly Lazy<bool> _exist = new(() => ExistIn(compilation));

    public bool Exist => _exist.Value;

    private static bool ExistIn(Compilation compilation) => compilation
        .GetSymbolsWithName(static name => name.IndexOf("Idempoten", StringComparison.OrdinalIgnoreCase) >= 0, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>().Any(type => type.BaseType?.Name is "DelegatingHandler" or "MessageProcessingHandler");
}
