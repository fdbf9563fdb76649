namespace Semel.Simulation;

/// <summary>The pairs, with the reason why nothing better is promised: one entry, one reason.</summary>
internal static class ExplainedPairs
{
    private const string Clocks = "clocks differ by more than U, and no list confirms an absence";

    private static readonly Guarantee[] Natural = [Guarantee.Natural];
    private static readonly Guarantee[] Replay = [Guarantee.Replay];
    private static readonly Guarantee[] AtMostOnce = [Guarantee.AtMostOnce];
    private static readonly Guarantee[] Marker = [Guarantee.Marker];
    private static readonly Guarantee[] Looking = [Guarantee.Replay, Guarantee.UniqueName, Guarantee.Marker];
    private static readonly FaultId[] Lost = [FaultId.Wiped, FaultId.RolledBack, FaultId.RolledFarBack, FaultId.CopiedState];

    /// <summary>Answers that prove that nothing was deleted.</summary>
    public static IReadOnlyList<FaultId> Refusals { get; } = [FaultId.Unauthorized, FaultId.Forbidden, FaultId.Refused];

    public static IReadOnlyList<ExplainedPair> All { get; } =
    [
        .. Pairs(FaultId.SoftDelete, Lost, Looking, "a deleted resource that is shown on looks alive, and the record that knew is lost"),
        .. Pairs(FaultId.Twin, Lost, [Guarantee.Replay, Guarantee.Marker], "ours is gone and unknown, its copy carries our marker"),
        .. Pairs(FaultId.MarkerDropped, Lost, [Guarantee.Natural, .. Looking], "the record and the marker were all that led to it"),
        .. Pairs(FaultId.MarkerStripped, Lost, [Guarantee.Natural, .. Looking], "the record and the marker were all that led to it"),
        .. Pairs(FaultId.NameChanged, Lost, [Guarantee.Natural, Guarantee.UniqueName], "under another name nothing leads to it once the record is lost"),
        .. Pairs(FaultId.OtherCredentials, Lost, [Guarantee.Replay, Guarantee.Marker], "two accounts don't show each other's resources, and the record that knew is lost"),
        .. Pairs(FaultId.LateArrival, Lost, Marker, "the intent is lost while its POST is on its way"),
        .. Pairs(FaultId.Lag, Lost, Marker, "the record is lost while the list does not show the resource yet"),
        .. Pairs(FaultId.Pause, Lost, Marker, "the paused runner's intent is lost"),
        .. Pairs(FaultId.StaleRead, Lost, Replay, "a read that is behind shows what was deleted, and the record that knew is lost"),
        .. Pairs(FaultId.CopiedState, [FaultId.Wiped], Marker, "of two states that do not know of each other one is lost"),
        .. Pairs(FaultId.SoftDelete, [FaultId.AcceptedThenFailed], Natural, "at its address the deleted one that is shown on looks alive"),
        .. Pairs(FaultId.StrangerTakesName, [FaultId.StrangerDeletes, FaultId.CopiedState], Natural, "the address that the record names is another's now"),
        .. Pairs(FaultId.ClockForward, [FaultId.StaleRead, FaultId.NotFound], AtMostOnce, Clocks),
        .. Pairs(FaultId.ClockBack, [FaultId.StaleRead, FaultId.NotFound], AtMostOnce, Clocks),
    ];

    private static IEnumerable<ExplainedPair> Pairs(FaultId fault, IEnumerable<FaultId> others, IReadOnlyList<Guarantee> guarantees, string why) =>
        others.Select(other => new ExplainedPair(new(fault, Part.Any), new(other, Part.Any), guarantees, why) { NeedsDepth = why == Clocks });
}
