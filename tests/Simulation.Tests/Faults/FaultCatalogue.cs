namespace Semel.Simulation;

/// <summary>Every fault of PROTOCOL section 4 that the simulation can act out: one entry, one fault.</summary>
internal static class FaultCatalogue
{
    private static readonly Guarantee[] Marked = [Guarantee.Natural, Guarantee.Replay, Guarantee.UniqueName, Guarantee.Marker];
    private static readonly Guarantee[] Keyed = [Guarantee.Replay];

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(FaultId.Crash, "crash", Places.OfProcess, static (world, process) => world.Kill(process)),
        new(FaultId.Pause, "paused past every deadline", Places.OfProcess, static (world, process) => world.Pause(process)),
        new(FaultId.Cancel, "cancelled", Places.OfProcess, static (_, process) => process.Cancel()),
        new(FaultId.ClockForward, "clock jumps 1 h ahead", Places.OfProcess, static (_, process) => process.Clock.Jump(TimeSpan.FromHours(1))),
        new(FaultId.ClockBack, "clock jumps 1 h back", Places.OfProcess, static (_, process) => process.Clock.Jump(TimeSpan.FromHours(-1))),

        new(FaultId.OtherMachine, "runs on a second machine", Places.Start, static (_, process) => process.Machine = 2),
        new(FaultId.CopiedState, "runs on a second machine with a copy of the state", Places.Start, static (world, process) => world.Store.GiveCopy(process)),
        new(FaultId.OtherCredentials, "runs with the credentials of another account", Places.Start, static (_, process) => process.Settings.IsOfOtherAccount = true),
        new(FaultId.InputChanged, "input changed", Places.Start, static (_, process) => process.Settings.Size = "large"),
        new(FaultId.NameChanged, "name changed in the input", Places.Start, static (_, process) => process.Settings.Name = "web-2") { Only = Marked },
        new(FaultId.SecretRotated, "secret rotated", Places.Start, static (_, process) => process.Settings.Secret = Programs.RotatedSecret),
        new(FaultId.OtherFingerprintKey, "runs with another HMAC key", Places.Start, static (_, process) => process.Settings.HasOtherFingerprintKey = true),
        new(FaultId.FingerprintKeyLost, "HMAC key lost", Places.Start, static (world, _) => world.Store.LoseFingerprintKey(isGivenUp: false)),
        new(FaultId.FingerprintKeyGivenUp, "HMAC key lost and given up", Places.Start, static (world, _) => world.Store.LoseFingerprintKey(isGivenUp: true)),
        new(FaultId.KeyFormula, "upgraded to another key formula", Places.Start, static (world, process) => world.Upgrade(process)) { Only = Keyed },
        new(FaultId.HandlerResends, "a handler sends again", Places.Start, static (_, process) => process.Settings.Handler = HandlerKind.Resends),
        new(FaultId.HandlerBuffers, "a handler buffers", Places.Start, static (_, process) => process.Settings.Handler = HandlerKind.Buffers),
        new(FaultId.HandlerClones, "a handler clones", Places.Start, static (_, process) => process.Settings.Handler = HandlerKind.Clones),

        new(FaultId.WriteFails, "write fails once", Places.Writes),
        new(FaultId.WriteFailsLate, "write fails after it was made", Places.Writes),
        new(FaultId.DiskFull, "disk full", Places.Writes, static (world, _) => world.Store.IsFull = true),
        new(FaultId.TornWrite, "torn write", Places.Writes),
        new(FaultId.Wiped, "state wiped", Places.Records, static (world, process) => world.Store.Wipe(process)),
        new(FaultId.RolledBack, "state from an old backup", Places.Records, static (world, process) => world.Store.RollBack(process, 1)),
        new(FaultId.RolledFarBack, "state from the oldest backup", Places.Records, static (world, process) => world.Store.RollBack(process, int.MaxValue)),

        new(FaultId.NoConnection, "no connection", Places.Of(Phase.Connect)),
        new(FaultId.LostRequest, "request lost, connection reset", Places.Sent),
        new(FaultId.SilentlyLostRequest, "request lost in silence", Places.Sent),
        new(FaultId.LateArrival, "late arrival within F", Places.Sent),
        new(FaultId.ArrivalAfterFlight, "arrival after F", Places.Sent) { Beyond = "F" },
        new(FaultId.LostReply, "reply lost, connection reset", Places.Of(Phase.FirstReplyByte)),
        new(FaultId.SilentlyLostReply, "reply lost in silence", Places.Of(Phase.FirstReplyByte)),
        new(FaultId.TruncatedReply, "reply truncated", Places.Of(Phase.LastReplyByte)),

        new(FaultId.Unauthorized, "401", Places.Applies),
        new(FaultId.Forbidden, "403", Places.Applies),
        new(FaultId.NotFound, "404, not applied", [.. Places.CreateApplies, .. Places.ReadApplies, .. Places.ChangeApplies]),
        new(FaultId.Invalid, "422", Places.CreateApplies),
        new(FaultId.TooMany, "429 with Retry-After", Places.Applies),
        new(FaultId.ServerError, "500, not applied", Places.Applies),
        new(FaultId.Redirect307, "307", Places.CreateApplies),
        new(FaultId.Redirect308, "308", Places.CreateApplies),
        new(FaultId.Redirect303, "303", Places.CreateApplies),
        new(FaultId.Refused, "409, not deleted", Places.DeleteApply),

        new(FaultId.AppliedThenServerError, "applied, then 500", [.. Places.CreateApplies, .. Places.ChangeApplies]),
        new(FaultId.AppliedThenNotFound, "applied, then 404", Places.CreateApplies),
        new(FaultId.AppliedThenConflict, "applied, then 409", Places.CreateApplies),
        new(FaultId.AppliedWithoutId, "2xx without an id", Places.CreateApplies),
        new(FaultId.AppliedUnreadable, "unreadable reply", Places.CreateApplies),
        new(FaultId.AcceptedThenFailed, "202, then failed", Places.CreateApplies),
        new(FaultId.MarkerDropped, "marker dropped by the server", Places.CreateApplies) { Only = Marked },
        new(FaultId.Lag, "list lag within L", Places.CreateApplies),
        new(FaultId.LagBeyond, "list lag beyond L", Places.CreateApplies) { Beyond = "L" },
        new(FaultId.StaleRead, "non-monotonic read", Places.ReadApplies),
        new(FaultId.StaleReplica, "a replica that is hours behind", Places.ListApply) { Beyond = "L" },
        new(FaultId.Crowded, "match on page 7", Places.ListApply, static (world, _) => world.Server.IsCrowded = true),
        new(FaultId.PageThreeFails, "list fails on page 3", Places.ListApply, static (world, _) => world.Server.FailOnPageThree()),
        new(FaultId.UnreadableRead, "unreadable reply to a read", Places.ReadApplies),
        new(FaultId.SoftDelete, "soft-deleted", Places.DeleteApply),

        new(FaultId.EndsInError, "ends in an error state", Places.CreateApplies),
        new(FaultId.ForgetsKeys, "the server forgets its keys", Places.PostApply, static (world, _) => world.Server.ForgetKeys()) { Only = Keyed, Beyond = "the key's window" },
        new(FaultId.IgnoresKey, "the server ignores the key", Places.PostApply) { Only = Keyed, Beyond = "the key's window" },
        new(FaultId.DropsKeyAtDelete, "the key is dropped with its resource", Places.DeleteApply) { Only = Keyed },
        new(FaultId.StoresError, "a 500 is stored for the key", Places.PostApply) { Only = Keyed },
        new(FaultId.InProgress, "409 while in progress", Places.PostApply) { Only = Keyed },

        new(FaultId.StrangerTakesName, "foreign resource of the same name", Places.Applies, static (world, _) => world.Server.StrangerTakesName(world.Now)),
        new(FaultId.StrangerDeletes, "deleted by somebody else", Places.Applies, static (world, _) => world.Server.StrangerDeletes(world.Now)),
        new(FaultId.MarkerStripped, "marker stripped by an update", Places.Applies, static (world, _) => world.Server.StripMarkers()) { Only = Marked },
        new(FaultId.Twin, "two matches", Places.Applies, static (world, _) => world.Server.CopyOurs(world.Now)),
    ];

    private static readonly Fault?[] ById = Index();

    public static Fault None { get; } = new(FaultId.None, "none", []);

    public static Fault Of(FaultId id) => ById[(int)id] ?? None;

    public static Fault Of(int id) => Of((FaultId)id);

    private static Fault?[] Index()
    {
        var faults = new Fault?[Enum.GetValues<FaultId>().Length];
        foreach (var fault in All) faults[(int)fault.Id] = fault;
        return faults;
    }
}
