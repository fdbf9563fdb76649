using System.Reflection;
using System.Text;
using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>A place where the protocol stops or holds back, and the control that shows what it is good for; or why none can.</summary>
/// <param name="Where">The stop, by the name of its function in <see cref="CreateProtocol"/>; or another guard, in words.</param>
/// <param name="Controls">Guards of <see cref="Simulation.Controls"/>.</param>
/// <param name="Why">Why no history of this world shows it; empty where one does.</param>
internal sealed record GuardRow(string Where, IReadOnlyList<string> Controls, string Why = "");

/// <summary>Every stop of the protocol, and every other guard that no control shows: one entry, one guard.</summary>
internal static class GuardTable
{
    public static IReadOnlyList<GuardRow> All { get; } =
    [
        new("StopUnknown", ["a read that fails is no absence", "a list that fails is no empty list"]),
        new("StopAbsence", ["a 404 within the grace time counts for nothing", "an absence counts only under the credentials that saw the resource", "what was made by this run and is not readable is not made again"]),
        new("StopContradiction", ["a 404 counts only with a list that lacks it too"]),
        new("StopStillListed", ["a 404 to a DELETE counts only with a list that lacks the resource too"]),
        new("StopCredential", ["a DELETE that is answered with 404 counts only under the credentials that saw the resource"]),
        new("StopOtherCredential", ["a doubt is ended under the credentials that sent it", "nor is that finished under other credentials"]),
        new("StopOtherOwner", ["what other credentials made is not replaced by creating first"]),
        new("StopInTheWay", ["where there is room for one, a second is not begun"]),
        new("StopBusy", ["who does not hold the lock sends nothing that the API would not recognise"]),
        new("StopNotProvedDead", ["a lock of another domain proves nothing", "of a runner that sent without the lock a free lock proves nothing"]),
        new("StopListedOnly", ["what a list shows is read before it is adopted"]),
        new("StopMoved", ["a name that was moved away names nothing"]),
        new("StopOvertaken", ["what another runner's write left no room for is recorded beside it", "what is applied is recorded over another runner's intent to repeat it", "what was made after a delete is recorded over its tombstone"]),
        new("StopFailed", ["a resource that ended in an error state is not returned as if it were ready"]),
        new("StopRetiring", ["so does a 404 to the DELETE of what was replaced", "nor does their 404 say that what was replaced is deleted"]),
        new("StopReplacementRequired", ["what is wanted and cannot be had is said"]),
        new("StopUpdate", ["an update is durable before it is sent"]),
        new("StopOtherKey", ["fingerprints of another key are an error, not drift", "an intent with another key's fingerprints is not gone on with"]),
        new("StopConflict", ["a resource of the same name without a marker is a stranger's", "what is at the address without the marker is a stranger's", "what carries another key's marker is not adopted for its name"]),
        new("StopSeveral", ["two matches are an error"]),
        new("StopRolledBack", ["a newer generation in a marker stops"]),
        new("StopIndeterminate", ["past the key's window nothing is repeated", "one run sends three creates at most", "what has the name and no marker may be what a lost POST made", "an operation makes the name that it was begun with"]),

        new("StopDisagreement", [], "a list and a read disagree about the marker of one id only where an id is used again, and there a read comes first: an address is looked at by GET"),
        new("StopNoDelete", [], "every model of this world can delete; the transition table shows the row"),
        new("StopDrift", [], "OnDrift.Fail is a wish, not a promise: it stops before anything is sent; the transition table shows the row"),
        new("StopFollowUp", [], "it passes on what the caller's own code threw, and decides nothing"),

        new("no new generation while a POST of the earlier one may arrive", [], "that POST meets the name, the address or the key of the new resource and is refused; the wait spares the next run a conflict"),
        new("who does not hold the lock finishes nobody's delete", [], "a delete is written again before it is finished, so that the runner that began it loses its next write, and its DELETE has a deadline; the lock spares the second DELETE"),
        new("who does not hold the lock updates nothing", [], "another update waits until the first one has arrived or never will; the lock spares two runners undoing each other's wish"),
        new("who does not hold the lock runs no follow-up", [], "follow-ups are promised at least once; the lock spares the second time"),
        new("what an earlier run began to recreate is finished, not recreated again", [], "one more resource would be made and retired; none is lost"),
        new("one run replaces a resource that ended in an error state once", [], "every replacement is sound; the bound spares the API an endless series"),
        new("five reads that gave no answer end a run", [], "the record says what is waited for; the next run goes on"),
        new("a look that does not find what the API says exists stops", [], "the API refuses every repeat; three creates are the bound in any case"),
        new("an update that was refused with 412 is compared anew", [], "the API of this world has no versions; the transition table shows the row, and real HTTP the exchange"),
        new("a wish for what is adopted that is not declared any more does not come true later", [], "the models of this world adopt or refuse; the transition table shows the row"),
    ];

    /// <summary>The stops in the code.</summary>
    public static IReadOnlyList<string> Stops { get; } =
        [.. typeof(CreateProtocol).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Select(method => method.Name).Where(name => name.Length > 4 && name.StartsWith("Stop", StringComparison.Ordinal)).Distinct()];

    public static string ToMarkdown()
    {
        var text = new StringBuilder("| stop or guard | control that shows it | why none does |\n|---|---|---|\n");
        foreach (var row in All) text.Append($"| {row.Where} | {string.Join("; ", row.Controls)} | {row.Why} |\n");
        return text.ToString();
    }
}
