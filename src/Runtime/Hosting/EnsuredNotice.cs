namespace Semel;

/// <summary>What a create did, for those who watch a program's creates.</summary>
/// <param name="Key">The resource key.</param>
/// <param name="Id">The id of the resource.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Verified">True when the resource was read from the API in this run.</param>
/// <param name="Generation">The generation, from 1.</param>
/// <param name="Reason">Why this was done, in a few words.</param>
public sealed record EnsuredNotice(ResourceKey Key, string Id, Outcome Outcome, bool Verified, int Generation, string Reason);
