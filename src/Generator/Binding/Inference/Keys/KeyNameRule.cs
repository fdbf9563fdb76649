namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>
/// A name that says idempotency is an idempotency key: <c>Idempotency-Key</c>, <c>X-Idempotency-Key</c>, <c>Idempotence-Key</c>,
/// <c>idempotency_token</c>. The id of a repeatable request is one (OASIS Repeatable Requests 1.0). Names that others use to trace
/// requests are one only where the document says what becomes of a repeat.
/// </summary>
internal static class KeyNameRule
{
    public const string Repeatable = "repeatabilityrequestid";
    public const string FirstSent = "repeatabilityfirstsent";

    private static readonly string[] Tracing = ["requestid", "xrequestid", "clienttoken", "clientrequesttoken", "clientrequestid"];
    private static readonly string[] Idempotent = ["idempotent", "idempotency", "idempotence", "idempotently"];
    private static readonly string[] Repeating = ["duplicate", "duplicates", "duplicated", "deduplicate", "deduplicates", "deduplication", "retry", "retries", "retried", "retrying"];

    public static bool IsKey(KeyCandidate candidate, bool hasFirstSent)
    {
        if (!candidate.IsText) return false;
        var flat = Words.Flat(candidate.Name);
        if (flat == Repeatable) return hasFirstSent;
        if (Words.Of(candidate.Name).Any(word => word is "idempotency" or "idempotence" or "idempotent")) return true;
        if (!Tracing.Contains(flat)) return false;
        return Phrases.HasAny(candidate.Prose, Idempotent) || (flat != "xrequestid" && Phrases.HasAny(candidate.Prose, Repeating));
    }
}
