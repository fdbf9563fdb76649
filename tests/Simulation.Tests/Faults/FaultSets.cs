namespace Semel.Simulation;

/// <summary>Faults that belong together.</summary>
internal static class FaultSets
{
    /// <summary>The record is lost, old, or one of two.</summary>
    public static IReadOnlyList<FaultId> StateIsLost { get; } = [FaultId.Wiped, FaultId.RolledBack, FaultId.RolledFarBack, FaultId.CopiedState];

    /// <summary>What a record that is not verified cannot know.</summary>
    public static IReadOnlyList<FaultId> BehindTheRecord { get; } = [FaultId.StrangerDeletes, FaultId.AcceptedThenFailed, FaultId.CopiedState, FaultId.RolledBack, FaultId.RolledFarBack];

    /// <summary>What the second fault of a long program is taken from: one of each kind.</summary>
    public static IReadOnlyList<FaultId> Telling { get; } =
    [
        FaultId.Crash, FaultId.Pause, FaultId.ClockForward, FaultId.OtherCredentials, FaultId.CopiedState, FaultId.NameChanged, FaultId.Wiped, FaultId.RolledFarBack, FaultId.TornWrite,
        FaultId.LateArrival, FaultId.SilentlyLostReply, FaultId.Unauthorized, FaultId.NotFound, FaultId.Refused, FaultId.AppliedThenServerError, FaultId.AcceptedThenFailed,
        FaultId.MarkerDropped, FaultId.StaleRead, FaultId.SoftDelete, FaultId.StrangerTakesName, FaultId.StrangerDeletes, FaultId.Twin, FaultId.DropsKeyAtDelete, FaultId.SecretRotated, FaultId.FingerprintKeyGivenUp, FaultId.KeyFormula,
    ];

    /// <summary>What the faults of an update are taken from.</summary>
    public static IReadOnlyList<FaultId> OfUpdates { get; } =
    [
        FaultId.Crash, FaultId.Pause, FaultId.LateArrival, FaultId.SilentlyLostReply, FaultId.Unauthorized, FaultId.AppliedThenServerError, FaultId.NotFound, FaultId.StaleRead, FaultId.Wiped, FaultId.RolledFarBack, FaultId.CopiedState,
        FaultId.SecretRotated, FaultId.InputChanged, FaultId.OtherFingerprintKey, FaultId.FingerprintKeyGivenUp, FaultId.StrangerDeletes,
    ];

    /// <summary>Faults of the update itself, for programs of many runs.</summary>
    public static FaultPlan OfPatches { get; } = new(new[] { FaultId.Crash, FaultId.Pause, FaultId.LateArrival, FaultId.SilentlyLostReply, FaultId.Unauthorized, FaultId.AppliedThenServerError, FaultId.NotFound }
        .Select(fault => At(fault, [.. FaultCatalogue.Of(fault).Places.Where(at => at.Verb == Verb.Patch)])));

    /// <summary>Faults at the awaits that only a first fault leads to.</summary>
    public static FaultPlan Corners { get; } = new(
    [
        At(FaultId.Refused, Places.DeleteApply),
        At(FaultId.ServerError, Places.CreateApplies),
        At(FaultId.RolledBack, [new(Verb.Record, Phase.WriteSettled)]),
        .. new[] { FaultId.Crash, FaultId.Pause, FaultId.Cancel, FaultId.ClockForward, FaultId.ClockBack, FaultId.TruncatedReply }.Select(fault => At(fault, Late)),
    ]);

    /// <summary>Each is like another one to the protocol, so that it is explored alone and in random histories, and in pairs only where asked for.</summary>
    public static IReadOnlySet<FaultId> Alike { get; } = new HashSet<FaultId>
    {
        FaultId.ClockBack, FaultId.HandlerBuffers, FaultId.HandlerClones, FaultId.WriteFails, FaultId.LostRequest, FaultId.LostReply, FaultId.TruncatedReply,
        FaultId.Forbidden, FaultId.Invalid, FaultId.TooMany, FaultId.Redirect307, FaultId.Redirect308, FaultId.Redirect303, FaultId.AppliedThenNotFound,
        FaultId.AppliedWithoutId, FaultId.AppliedUnreadable, FaultId.UnreadableRead, FaultId.Crowded, FaultId.PageThreeFails, FaultId.NoConnection, FaultId.InputChanged, FaultId.Cancel, FaultId.ClockForward,
        FaultId.HandlerResends, FaultId.DiskFull, FaultId.SilentlyLostRequest, FaultId.OtherMachine, FaultId.RolledBack, FaultId.OtherFingerprintKey, FaultId.FingerprintKeyLost,
    };

    private static IReadOnlyList<Await> Late => [new(Verb.Record, Phase.History), new(Verb.Delete, Phase.LastReplyByte), new(Verb.Record, Phase.WriteSettled)];

    private static Fault At(FaultId fault, IReadOnlyList<Await> places) => FaultCatalogue.Of(fault) with { Places = places };
}
