namespace Semel.Testing;

/// <summary>Where a create carries its idempotency key, and in what shape.</summary>
public enum KeyCarrier
{
    /// <summary>The bare value of a header: <c>Idempotency-Key: 3f1c…</c>.</summary>
    Header,

    /// <summary>A header that is a string of RFC 9651, in quotes, as the IETF's draft on Idempotency-Key has it; anything else is answered 400.</summary>
    StructuredHeader,

    /// <summary>
    /// A header beside <c>Repeatability-First-Sent</c>, both needed (OASIS Repeatable Requests 1.0). The reply says
    /// <c>Repeatability-Result: accepted</c> or <c>rejected</c>.
    /// </summary>
    Repeatability,

    /// <summary>A query parameter.</summary>
    Query,

    /// <summary>A property of the body.</summary>
    Body,
}
