namespace Semel;

/// <summary>Which earlier versions of a record stay. A version stays when one of the properties says so; the rest may go.</summary>
public sealed record Retention
{
    /// <summary>How many versions before the current one stay, whatever their age. Default and least: 1, by which a lost record is told from one that never was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Versions
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>What was current at this time or later stays too, by the writers' clocks. Default: null, only <see cref="Versions"/> counts.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many of a record's oldest versions may go; what stays is contiguous.</summary>
    /// <param name="history">Every version that is kept, oldest first.</param>
    internal int Surplus(IReadOnlyList<ResourceRecord> history)
    {
        if (history.Count == 0 || !IsAtRest(history[^1])) return 0;
        var most = history.Count - 1 - Versions;
        var surplus = 0;
        while (surplus < most && (Since is null || history[surplus + 1].Provenance.At < Since)) surplus++;
        return surplus;
    }

    /// <summary>Nothing that was begun for it is unfinished: the history of what is unfinished is evidence.</summary>
    internal static bool IsAtRest(ResourceRecord? current) => current is { Retiring.Count: 0 }
        and (TombstoneRecord or MovedRecord or RunRecord or LiveRecord { Readiness: not Readiness.Pending, PendingFollowUps.Count: 0 });
}
