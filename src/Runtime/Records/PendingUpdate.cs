namespace Semel;

/// <summary>An update that was begun: whether it was applied is not known.</summary>
/// <param name="Properties">Paths of what it changes.</param>
/// <param name="Fingerprint">Of the input that it sends.</param>
/// <param name="InFlightUntil">Until then it may still arrive: another one must not be sent before, or the older could win.</param>
public sealed record PendingUpdate(IReadOnlyList<string> Properties, string Fingerprint, DateTimeOffset InFlightUntil)
{
    /// <inheritdoc/>
    public bool Equals(PendingUpdate? other) =>
        other is not null && Fingerprint == other.Fingerprint && InFlightUntil == other.InFlightUntil && Properties.SequenceEqual(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fingerprint, InFlightUntil);
}
