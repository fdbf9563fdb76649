namespace Semel.Simulation;

/// <summary>The pairs, with the reason why nothing better is promised: one entry, one pair. Reasons that begin with "Defect" are to be mended.</summary>
internal static class ExplainedPairs
{
    private static readonly Guarantee[] Unique = [Guarantee.UniqueName];
    private static readonly Guarantee[] Marker = [Guarantee.Marker];
    private static readonly Guarantee[] Looking = [Guarantee.UniqueName, Guarantee.Marker];
    private static readonly Guarantee[] Nothing = [Guarantee.AtMostOnce];

    /// <summary>Answers that prove that nothing was deleted.</summary>
    public static IReadOnlyList<FaultId> Refusals { get; } = [FaultId.Unauthorized, FaultId.Forbidden, FaultId.Refused];

    public static IReadOnlyList<ExplainedPair> All { get; } =
    [
        Pair(FaultId.SoftDelete, FaultId.Wiped, Looking, "a deleted resource that is shown on looks alive, and the record that knew is lost"),
        Pair(FaultId.SoftDelete, FaultId.RolledBack, Unique, "a deleted resource that is shown on looks alive, and the record that knew is lost"),
        Pair(FaultId.SoftDelete, FaultId.RolledFarBack, Looking, "a deleted resource that is shown on looks alive, and the record that knew is lost"),
        Pair(FaultId.SoftDelete, FaultId.CopiedState, Unique, "a deleted resource that is shown on looks alive, and the copy does not know of the delete"),
        Pair(FaultId.StaleRead, FaultId.Wiped, Looking, "Defect: what a list shows is adopted without a read that says that it is alive"),
        Pair(FaultId.StaleRead, FaultId.RolledBack, Unique, "Defect: what a list shows is adopted without a read that says that it is alive"),
        Pair(FaultId.StaleRead, FaultId.RolledFarBack, Looking, "Defect: what a list shows is adopted without a read that says that it is alive"),
        Pair(FaultId.Twin, FaultId.Wiped, Marker, "ours is gone and unknown, its copy carries our marker"),
        Pair(FaultId.Twin, FaultId.RolledFarBack, Marker, "ours is gone and unknown, its copy carries our marker"),
        Pair(FaultId.MarkerDropped, FaultId.Wiped, Looking, "the record and the marker were all that led to it; a conflict says that it is there"),
        Pair(FaultId.MarkerDropped, FaultId.RolledBack, Unique, "the record and the marker were all that led to it; a conflict says that it is there"),
        Pair(FaultId.MarkerDropped, FaultId.CopiedState, Unique, "the record is elsewhere and the marker is gone; a conflict says that it is there"),
        Pair(FaultId.MarkerStripped, FaultId.Wiped, Looking, "the record and the marker were all that led to it; a conflict says that it is there"),
        Pair(FaultId.NameChanged, FaultId.Wiped, Unique, "Defect: a unique name is looked for by the name alone, though the marker would find it under its earlier one"),
        Pair(FaultId.NameChanged, FaultId.RolledBack, Unique, "Defect: a unique name is looked for by the name alone, though the marker would find it under its earlier one"),
        Pair(FaultId.NameChanged, FaultId.RolledFarBack, Unique, "Defect: a unique name is looked for by the name alone, though the marker would find it under its earlier one"),
        Pair(FaultId.NameChanged, FaultId.CopiedState, Unique, "Defect: a unique name is looked for by the name alone, though the marker would find it under its earlier one"),
        Pair(FaultId.LateArrival, FaultId.Wiped, Marker, "the intent is lost while its POST is on its way"),
        Pair(FaultId.Lag, FaultId.Wiped, Marker, "the record is lost while the list does not show the resource yet"),
        Pair(FaultId.LateArrival, FaultId.ClockForward, Marker, "Defect: waits end by the wall clock"),
        Pair(FaultId.LateArrival, FaultId.ClockBack, Marker, "clocks differ by more than U"),
        new(new(FaultId.LateArrival, Part.Any), new(FaultId.Pause, Part.Sending), Marker, "Defect: the flight time is counted from the intent, not from when the POST was given up"),
        Pair(FaultId.StaleRead, FaultId.ClockForward, Nothing, "clocks differ by more than U, and no list confirms an absence"),
        Pair(FaultId.StaleRead, FaultId.ClockBack, Nothing, "clocks differ by more than U, and no list confirms an absence"),
        Pair(FaultId.LateArrival, FaultId.OtherCredentials, Marker, "Defect: an empty look under other credentials ends a doubt"),
        Pair(FaultId.Crash, FaultId.OtherCredentials, Marker, "Defect: an empty look under other credentials ends a doubt"),
        Pair(FaultId.Cancel, FaultId.OtherCredentials, Marker, "Defect: an empty look under other credentials ends a doubt"),
        Pair(FaultId.Pause, FaultId.OtherCredentials, Marker, "Defect: an empty look under other credentials ends a doubt"),
        Pair(FaultId.RolledFarBack, FaultId.OtherCredentials, Marker, "Defect: an empty look under other credentials ends a doubt"),
        Pair(FaultId.RolledFarBack, FaultId.Pause, Marker, "the paused runner's intent is lost"),
        Pair(FaultId.NotFound, FaultId.ClockForward, Nothing, "clocks differ by more than U, and no list confirms an absence"),
        Pair(FaultId.NotFound, FaultId.ClockBack, Nothing, "clocks differ by more than U, and no list confirms an absence"),
        Pair(FaultId.NotFound, FaultId.Pause, Nothing, "a 404 for lack of permission, and no list confirms an absence"),
        .. DoubtfulDeletes(),
    ];

    /// <summary>A delete that may have been applied, then the refusal of its repeat: told apart by the server's state alone, so that one of the doubts stands for all.</summary>
    private static IEnumerable<ExplainedPair> DoubtfulDeletes() =>
        from doubt in new[] { FaultId.AppliedThenServerError, FaultId.SilentlyLostReply, FaultId.LateArrival }
        from refusal in Refusals
        select Pair(doubt, refusal, doubt == FaultId.LateArrival ? [Guarantee.Marker, Guarantee.AtMostOnce] : Simulation.Guarantees.All,
            "Defect: the refusal of a repeated DELETE restores the record of what the first one may have deleted; seen where records are not verified");

    private static ExplainedPair Pair(FaultId a, FaultId b, IReadOnlyList<Guarantee> guarantees, string why) => new(new(a, Part.Any), new(b, Part.Any), guarantees, why);
}
