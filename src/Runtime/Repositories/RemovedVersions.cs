namespace Semel;

/// <summary>Versions of one record that were removed from its history, or would be.</summary>
/// <param name="Key">The resource key.</param>
/// <param name="First">The oldest version.</param>
/// <param name="Last">The newest version.</param>
/// <param name="Bytes">The size of their content together.</param>
public sealed record RemovedVersions(ResourceKey Key, long First, long Last, long Bytes)
{
    /// <summary>How many they are.</summary>
    public long Count => Last - First + 1;
}
