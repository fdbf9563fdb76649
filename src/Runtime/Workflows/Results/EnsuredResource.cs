namespace Semel.Workflows;

/// <summary>A resource that a step made sure of.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Verified">True when it was read from the API in this run.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record EnsuredResource(ResourceKey Key, string Id, Outcome Outcome, bool Verified, string Reason);
