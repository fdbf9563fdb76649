namespace Semel;

/// <summary>When the secrets of a recorded resource are written again: no API shows them, so that they can't be compared.</summary>
public enum SecretWrites
{
    /// <summary>When the fingerprint of one changed: a rotation is one write.</summary>
    FingerprintThenWrite,

    /// <summary>In every run, whatever the record says. Needs <see cref="OnDrift.Update"/> or <see cref="OnDrift.Replace"/>.</summary>
    AlwaysWrite,
}
