using System.Globalization;

namespace Semel.Testing;

/// <summary>What came of one fault.</summary>
/// <param name="Fault">The fault's name.</param>
/// <param name="Runs">How often the client was run.</param>
/// <param name="LiveIds">The resources that came to life, by the server's count.</param>
/// <param name="KnownId">The id that the client's last run gave; null where it failed.</param>
/// <param name="EarlierId">What the run before the last one gave, where that is another id; null otherwise.</param>
/// <param name="Acted">False where the fault met no create, so that nothing is proved.</param>
/// <param name="LastError">What the client's last failure said; null where no run failed.</param>
public sealed record ExactlyOnceRow(
    string Fault, int Runs, IReadOnlyList<string> LiveIds, string? KnownId, string? EarlierId, bool Acted, string? LastError)
{
    /// <summary>True where the client's last run gave the id of a resource that is alive.</summary>
    public bool Known => KnownId is not null && LiveIds.Contains(KnownId);

    /// <summary>True where exactly one is alive, and every run that succeeded gave its id.</summary>
    public bool Holds => Problem is null;

    /// <summary>What is wrong, in a sentence without ids; null where nothing is.</summary>
    public string? Problem =>
        !Acted ? "the fault met no create"
        : KnownId is null && EarlierId is not null ? $"failed when it was run again: {LastError}"
        : KnownId is null ? $"every run failed: {LastError}"
        : LiveIds.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{LiveIds.Count - 1} too many")
        : LiveIds.Count == 0 ? "none is there"
        : !Known ? "the client took another for it"
        : EarlierId is not null ? "an earlier run gave another id"
        : null;
}
