namespace Semel;

/// <summary>Where a request carries its idempotency key.</summary>
public enum KeyPlace
{
    /// <summary>In a header.</summary>
    Header,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a property of the body.</summary>
    Body,
}
