namespace Semel;

/// <summary>The result of a create that was made idempotent.</summary>
/// <typeparam name="T">The resource's model.</typeparam>
/// <param name="Value">The resource: the reply of the create, of the verifying read or of the look; from the record when nothing was asked.</param>
/// <param name="Id">The id that the API gave the resource, as text.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Verified">True when <paramref name="Value"/> was read from the remote in this call.</param>
/// <param name="Key">The resource key of the record.</param>
/// <param name="Generation">The generation of the record, from 1.</param>
/// <param name="Reason">Why this was done, in a few words.</param>
public sealed record Ensured<T>(T Value, string Id, Outcome Outcome, bool Verified, ResourceKey Key, int Generation, string Reason)
{
    /// <summary>What differs from what is wanted and stays so (<see cref="OnDrift.Report"/>); with <see cref="Outcome.Updated"/> what was brought to it.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>What was done with what, for a log: never <see cref="Value"/>, in which an API may show secrets.</summary>
    public override string ToString() => $"{Outcome}{(Verified ? ", verified" : "")}: {Key} is '{Id}', generation {Generation} ({Reason})";
}
