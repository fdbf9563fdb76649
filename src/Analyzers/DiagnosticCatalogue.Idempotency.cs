using Microsoft.CodeAnalysis;

namespace Semel.Analyzers;

internal static partial class DiagnosticCatalogue
{
    private const string UnhandledTitle = "A create sends a POST that nothing makes idempotent";
    private const string UnhandledMessage = "'{0}' creates by a POST that nothing makes idempotent: run twice, it makes two; declare it [Idempotent], send an idempotency key, look first, or say why not with [NonIdempotent(\"…\")]";

    public static readonly DiagnosticDescriptor UnhandledCreate = Warning("SEM3002", UnhandledTitle, UnhandledMessage);
    public static readonly DiagnosticDescriptor UnhandledGeneratedCreate = Warning("SEM3002", UnhandledTitle, UnhandledMessage, WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PostInsideRetry = Warning("SEM3003", RetryTitle,
        "'{0}' sends a POST that is repeated when it fails, without an idempotency key: a reply that is lost makes a second one; send a key that stays the same, or take the POST out of what repeats");
    public static readonly DiagnosticDescriptor CreateInsideRetry = Warning("SEM3003", RetryTitle,
        "{0} are repeated when they fail, without an idempotency key: a reply that is lost makes a second one; send a key that stays the same, or take the POST out of what repeats", WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor LateRecord = Warning("SEM3004", "The id of what was created is recorded too late",
        "What '{0}' created is recorded only after {1}: if that fails, the id is lost and the next run makes another; record it first");

    private const string RetryTitle = "A POST without an idempotency key is repeated";

    private static IEnumerable<DiagnosticDescriptor> Idempotency => [UnhandledCreate, PostInsideRetry, LateRecord];
}
