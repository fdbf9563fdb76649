namespace Semel;

/// <summary>What a look at a kind showed.</summary>
/// <param name="Found">The resources with their marks; null where the look failed or there is none.</param>
/// <param name="IsComplete">What it doesn't show is not there.</param>
/// <param name="Failure">Why there is nothing to go by.</param>
internal sealed record Sightings(IReadOnlyList<(string Id, IReadOnlyList<Marker> Markers)>? Found, bool IsComplete, string? Failure);
