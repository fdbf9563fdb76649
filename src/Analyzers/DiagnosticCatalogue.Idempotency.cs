using Microsoft.CodeAnalysis;

namespace Semel.Analyzers;

internal static partial class DiagnosticCatalogue
{
    private const string UnhandledTitle = "A create sends a POST that nothing makes idempotent";
    private const string UnhandledMessage = "'{0}' creates by a POST that nothing makes idempotent: run twice, it makes two; declare it [Idempotent], send an idempotency key, look first, or say why not with [NonIdempotent(\"…\")]";

    public static readonly DiagnosticDescriptor UnhandledCreate = Warning("SEM3002", UnhandledTitle, UnhandledMessage);
    public static readonly DiagnosticDescriptor UnhandledGeneratedCreate = Warning("SEM3002", UnhandledTitle, UnhandledMessage, WellKnownDiagnosticTags.CompilationEnd);

    private static IEnumerable<DiagnosticDescriptor> Idempotency => [UnhandledCreate];
}
