using System.Text;

namespace Semel.Simulation;

/// <summary>A fault point of the protocol, in its words, and what acts it out.</summary>
internal sealed record FaultPoint(string Name, IReadOnlyList<FaultId> Faults)
{
    /// <summary>Programs in which it is part of what runners do.</summary>
    public IReadOnlyList<Program> Programs { get; init; } = [];

    /// <summary>Where else it is shown.</summary>
    public string Beside { get; init; } = "";
}

/// <summary>Every fault point: one entry, one point.</summary>
internal static class FaultPoints
{
    public static IReadOnlyList<FaultPoint> All { get; } =
    [
        new("crash before and after each step of a create, of waiting until ready, of a follow-up, an update, a delete, a replacement", [FaultId.Crash]) { Beside = "the coverage table names the awaits; kill -9 of real processes" },
        new("lost request", [FaultId.LostRequest, FaultId.SilentlyLostRequest]),
        new("lost reply", [FaultId.LostReply, FaultId.SilentlyLostReply]),
        new("truncated or unreadable reply", [FaultId.TruncatedReply, FaultId.AppliedUnreadable, FaultId.UnreadableRead]),
        new("2xx without an id", [FaultId.AppliedWithoutId]),
        new("applied, then 5xx", [FaultId.AppliedThenServerError]),
        new("5xx, not applied", [FaultId.ServerError]),
        new("404 or 409 after it was applied", [FaultId.AppliedThenNotFound, FaultId.AppliedThenConflict]),
        new("a rejection or a connect failure, of an attempt or of the repeat of an applied one", [FaultId.Unauthorized, FaultId.Forbidden, FaultId.Invalid, FaultId.NoConnection]),
        new("429 with Retry-After, which is longer than every other wait", [FaultId.TooMany]),
        new("202, then failed; ends in an error state", [FaultId.AcceptedThenFailed, FaultId.EndsInError]),
        new("late arrival of a request that was given up, a late DELETE and a late update among them", [FaultId.LateArrival, FaultId.ArrivalAfterFlight]),
        new("handlers above that send again, buffer, clone", [FaultId.HandlerResends, FaultId.HandlerBuffers, FaultId.HandlerClones]),
        new("307, 308, 303", [FaultId.Redirect307, FaultId.Redirect308, FaultId.Redirect303]),
        new("cancellation at every await", [FaultId.Cancel]),
        new("record write fails, then succeeds; was made though it failed", [FaultId.WriteFails, FaultId.WriteFailsLate]),
        new("disk full", [FaultId.DiskFull]),
        new("torn write", [FaultId.TornWrite]),
        new("state from an old backup", [FaultId.RolledBack, FaultId.RolledFarBack]),
        new("state wiped", [FaultId.Wiped]),
        new("state copied to a second machine", [FaultId.CopiedState]),
        new("two runners on one key, on one machine and on two", [FaultId.OtherMachine]) { Programs = [Simulation.Programs.Twice, Simulation.Programs.TwiceApart], Beside = "three, four and sixteen in random histories" },
        new("a runner paused past every deadline, then resumed", [FaultId.Pause]),
        new("clock jumps of an hour", [FaultId.ClockForward, FaultId.ClockBack]),
        new("list lag", [FaultId.Lag, FaultId.LagBeyond]),
        new("non-monotonic reads", [FaultId.StaleRead, FaultId.StaleReplica]),
        new("404 for lack of permission", [FaultId.NotFound]),
        new("other credentials", [FaultId.OtherCredentials]),
        new("soft-deleted resource", [FaultId.SoftDelete]),
        new("foreign resource of the same name; deleted by somebody else", [FaultId.StrangerTakesName, FaultId.StrangerDeletes]),
        new("two matches", [FaultId.Twin]),
        new("match on page 7", [FaultId.Crowded]),
        new("list fails on page 3", [FaultId.PageThreeFails]),
        new("a DELETE is refused", [FaultId.Refused]),
        new("input changed while an intent or an update stands", [FaultId.InputChanged, FaultId.NameChanged]) { Programs = [Simulation.Programs.Changed, Simulation.Programs.ChangedTwice, Simulation.Programs.PutBack] },
        new("secret rotated", [FaultId.SecretRotated]) { Programs = [Simulation.Programs.Changed] },
        new("HMAC key lost, mixed up, given up", [FaultId.FingerprintKeyLost, FaultId.OtherFingerprintKey, FaultId.FingerprintKeyGivenUp]),
        new("instance renamed", []) { Programs = [Simulation.Programs.Renamed, Simulation.Programs.RenamedTwice] },
        new("delete, then create", []) { Programs = [Simulation.Programs.Renew, Simulation.Programs.DeleteTwice] },
        new("create while deleting", []) { Programs = [Simulation.Programs.DeleteWhileCreating] },
        new("code upgraded to another key formula", [FaultId.KeyFormula]),
        new("server restarted and forgot its keys; dropped one with its resource; stores a 500; is still at it", [FaultId.ForgetsKeys, FaultId.DropsKeyAtDelete, FaultId.StoresError, FaultId.InProgress]),
        new("a server that lied: ignored the key, or replays without a mark", [FaultId.IgnoresKey]) { Beside = "the simulated server never marks a replay" },
        new("marker dropped by the server, or stripped by an update", [FaultId.MarkerDropped, FaultId.MarkerStripped]),
    ];

    public static string ToMarkdown()
    {
        var text = new StringBuilder("| fault point | acted out as | programs | beside |\n|---|---|---|---|\n");
        foreach (var point in All)
            text.Append($"| {point.Name} | {string.Join("; ", point.Faults.Select(fault => FaultCatalogue.Of(fault).Name))} | {string.Join("; ", point.Programs.Select(program => program.Name))} | {point.Beside} |\n");
        return text.ToString();
    }
}
