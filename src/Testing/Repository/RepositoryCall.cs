namespace Semel.Testing;

/// <summary>A call that has reached a point of a <see cref="FaultRepository"/>.</summary>
/// <param name="Point">The point.</param>
/// <param name="Key">The resource key.</param>
/// <param name="Record">What is to be written, was written, or was found; null where there is none.</param>
public sealed record RepositoryCall(RepositoryPoint Point, ResourceKey Key, ResourceRecord? Record);
