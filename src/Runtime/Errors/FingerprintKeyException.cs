namespace Semel;

/// <summary>The record's fingerprints of secrets were made with another key than the one in use, so that nothing can be said about the secrets. Nothing was sent.</summary>
public sealed class FingerprintKeyException(ResourceKey key, string message, string recorded, string current) : ResourceException(key, message)
{
    /// <summary>Id of the key that the record names.</summary>
    public string Recorded { get; } = recorded;

    /// <summary>Id of the key in use.</summary>
    public string Current { get; } = current;
}
