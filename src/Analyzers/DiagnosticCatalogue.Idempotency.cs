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

    public static readonly DiagnosticDescriptor ExistenceGuard = Warning("SEM3005", "A secret is written only where none exists",
        "'{0}' writes a secret only where none exists, so that a changed value never arrives; write it always, or compare what is there");
    public static readonly DiagnosticDescriptor CatchAllBeforeCreate = Warning("SEM3006", "A look that failed is taken for an absence",
        "{0} takes every failure of a look for an absence and creates: a timeout makes a second one; create only where the status is 404");
    public static readonly DiagnosticDescriptor MessageText = Information("SEM3007", "The text of an error decides whether something exists",
        "The text of an error decides here; it changes with versions and languages: use the status, or the problem's code");
    public static readonly DiagnosticDescriptor FirstOfLook = Information("SEM3008", "The first of several matches is taken",
        "'{0}' takes any one where a look finds several; use '{1}', which says so");
    public static readonly DiagnosticDescriptor RandomKey = Warning("SEM3009", "A key is another one on every run",
        "{0} is another one on every run, so that the API recognises nothing: make it of what names the resource, or record it before it is sent");
    public static readonly DiagnosticDescriptor NullContent = Warning("SEM3010", "A POST has no content",
        "A POST without content may be sent again by HttpClient itself when the connection closes before the reply; give it an empty one: new ByteArrayContent([])");
    public static readonly DiagnosticDescriptor OptOutReason = Warning("SEM3011", "An opt-out says no reason",
        "[NonIdempotent] on '{0}' says no reason; say why a second one does no harm");
    public static readonly DiagnosticDescriptor AtMostOnceUse = Warning("SEM3012", "A create that can be promised at most once only is used",
        "'{0}' can be promised at most once only: when a reply is lost, this stops as indeterminate until a person resolves it; accept that with Guarantee = Guarantee.AtMostOnce, or declare what the API guarantees");
    public static readonly DiagnosticDescriptor IncompleteKey = Warning("SEM3013", "A key leaves out what tells resources apart",
        "The key of '{0}' leaves out '{1}': two creates that differ in it alone would share a record; add it to the key");
    public static readonly DiagnosticDescriptor SecretInKey = Warning("SEM3014", "A key holds a secret",
        "The key of '{0}' holds '{1}', and keys are recorded and logged as they are; name the resource by something else");
    public static readonly DiagnosticDescriptor SameKeyTwice = Warning("SEM3015", "Two creates name the same instance",
        "'{0}' names the instance \"{1}\" that an earlier create names with another request: the second one reuses the first one's resource; give it a name of its own");

    private const string RetryTitle = "A POST without an idempotency key is repeated";

    private static IEnumerable<DiagnosticDescriptor> Idempotency =>
    [
        UnhandledCreate, PostInsideRetry, LateRecord,
        ExistenceGuard, CatchAllBeforeCreate, MessageText, FirstOfLook, RandomKey, NullContent,
        OptOutReason, AtMostOnceUse, IncompleteKey, SecretInKey, SameKeyTwice,
    ];
}
