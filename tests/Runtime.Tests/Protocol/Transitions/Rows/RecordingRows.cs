using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>The live record is durable: what comes next.</summary>
internal static class RecordingRows
{
    private static readonly JsonObject Body = new() { ["id"] = "1" };
    private static readonly Recording Made = new(Live(), Body, Outcome.Created, true);
    private static readonly Failure Several = new Failure.Duplicate("several", ["1", "2"]);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("recorded and ready: return it", Policy(), Made, new Written(Live()), Then.Returns(Outcome.Created, verified: true).Where((Effect.Return it) => it.Body == Body).Where((LiveRecord it) => it.Id == "1")),
        new("it is returned as it is known, verified or not", Policy(), Made with { Outcome = Outcome.Reused, Verified = false }, new Written(Live()), Then.Returns(Outcome.Reused, verified: false)),
        new("a repeated key: look whether the API made two", Policy(), Made with { Check = new DuplicateCheck(true) }, new Written(Live()),
            Then.Looks<CheckingDuplicates>().Where((CheckingDuplicates next) => next is { Outcome: Outcome.Created, Verified: true, Live.Id: "1", Check.ByName: true } && next.Body == Body)),
        new("two were made: now that they are recorded, say so", Policy(), Made with { Then = Several, Check = new DuplicateCheck(true) }, new Written(Live()), Then.Fails<Failure.Duplicate>("several")),
        new("not ready yet: ask", Policy(), Made, new Written(Live() with { Readiness = Readiness.Pending }),
            Then.Gets<Polling>("1").Where((Polling next) => next is { Outcome: Outcome.Created, Verified: true, Failures: 0 } && next.Until == Now + Seconds(900) && next.Body == Body)),
        new("not ready, and nothing to ask", Policy() with { CanRead = false }, Made, new Written(Live() with { Readiness = Readiness.Pending }), Then.Returns(Outcome.Created, verified: true)),
    ];
}
