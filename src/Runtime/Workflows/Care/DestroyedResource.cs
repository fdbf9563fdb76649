namespace Semel.Workflows;

/// <summary>What a destroy did about a resource.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id; null where none is known.</param>
/// <param name="State">What it came to.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record DestroyedResource(ResourceKey Key, string? Id, DestroyState State, string Reason);
