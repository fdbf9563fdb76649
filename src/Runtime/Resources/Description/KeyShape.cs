namespace Semel;

/// <summary>How an idempotency key is written.</summary>
public enum KeyShape
{
    /// <summary>As it is, as Stripe takes it.</summary>
    Text,

    /// <summary>In double quotes, a string of structured fields (RFC 8941), as the IETF draft on the Idempotency-Key header says.</summary>
    StructuredString,

    /// <summary>A UUID of version 4, as Google's <c>request_id</c> (AIP-155) wants it.</summary>
    Uuid4,
}
