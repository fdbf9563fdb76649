using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>When a key may be sent again: inside its window, with the same bytes, and while it is not known to be answered for good.</summary>
internal static class ReplayWindowRows
{
    /// <summary>A window of 24 hours, a minute to send, F of 2 minutes, U of 5 minutes.</summary>
    public static readonly CreatePolicy Keys = Policy(Guarantee.Replay) with { KeyField = new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key"), ClockSkew = Seconds(300) };

    private static readonly TimeSpan Margin = Seconds(60 + 120 + 300);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("well inside the window", Keys, new Reading(), Sent(Hours(23)), Repeats()),
        new("past the window", Keys, new Reading(), Sent(Hours(24)), Then.Looks<Doubting>()),
        new("the time to send, the flight and the clock skew belong to the window: too late", Keys, new Reading(), Sent(Hours(24) - Margin), Then.Looks<Doubting>()),
        new("a second before that is early enough", Keys, new Reading(), Sent(Hours(24) - Margin - Seconds(1)), Repeats()),
        new("the first send opens the window, not the last", Keys, new Reading(), new RecordRead(Intent(Given.Sent(AttemptState.Ambiguous, ago: Hours(25)), Given.Sent(AttemptState.Ambiguous, ago: Hours(1)))), Then.Looks<Doubting>()),
        new("a key that is refused when it is late can be sent at any time", Keys with { KeyField = Keys.KeyField! with { RejectsLate = true } }, new Reading(), Sent(Hours(100)), Repeats()),
        new("a key that is remembered for ever can be sent at any time", Keys with { KeyField = Keys.KeyField! with { Window = null } }, new Reading(), Sent(Hours(100)), Repeats()),
        new("nothing says how the API takes keys: no repeat", Keys with { KeyField = null }, new Reading(), Sent(Hours(0)), Then.Looks<Doubting>()),
        new("past the window, and nothing can be looked for", Keys with { CanLook = false }, new Reading(), Sent(Hours(24)), Then.Fails<Failure.Indeterminate>("may have forgotten its key")),

        new("other bytes under the same key would be refused, or taken for the first ones (rule 12)", Keys, new Reading(), new RecordRead(Intent(AttemptState.Ambiguous) with { Fingerprint = "f0" }), Then.Looks<Doubting>()),
        new("other bytes, and nothing can be looked for", Keys with { CanLook = false }, new Reading(), new RecordRead(Intent(AttemptState.Ambiguous) with { Fingerprint = "f0" }), Then.Fails<Failure.Indeterminate>("run once with the earlier input")),

        new("a server error may pass", Keys, new Reading(), Answered(500), Repeats()),
        new("the same server error twice may be stored, and come for ever", Keys, new Reading(), Answered(500, 500), Then.Looks<Doubting>()),
        new("two different server errors are not a stored one", Keys, new Reading(), Answered(502, 503), Repeats()),
        new("the last two replies count", Keys, new Reading(), Answered(503, 500, 500), Then.Looks<Doubting>()),
        new("an earlier pair doesn't count", Keys, new Reading(), Answered(500, 500, 503), Repeats()),
        new("404 twice is no server error", Keys, new Reading(), Answered(404, 404), Repeats()),
        new("a lost reply between them is no pair", Keys, new Reading(), new RecordRead(Intent(Given.Sent(AttemptState.Ambiguous, 500), Given.Sent(AttemptState.Ambiguous))), Repeats()),
        .. new[] { 400, 412, 422 }.Select(status => new Row($"{status} to a key in doubt comes again, however often it is asked", Keys, new Reading(), Answered(500, status), Then.Looks<Doubting>())),
        new("an attempt that was sent without its key is not recognised: no repeat", Keys, new Reading(), Unkeyed(), Then.Looks<Doubting>()),
        new("an attempt without its key, and nothing can be looked for", Keys with { CanLook = false }, new Reading(), Unkeyed(), Then.Fails<Failure.Indeterminate>("without its idempotency key")),
        new("an attempt without its key that is proved not to have been applied is none", Keys, new Reading(), new RecordRead(Intent(Given.Sent(AttemptState.NotApplied) with { Evidence = CreateProtocol.UnkeyedEvidence }, Given.Sent(AttemptState.Ambiguous))), Repeats()),
        new("409 to a key in doubt may mean that the first one is still at work", Keys, new Reading(), Answered(500, 409), Repeats()),
    ];

    private static Then Repeats() => Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, IdempotencyKey: "k" });

    private static RecordRead Sent(TimeSpan ago) => new(Intent(Given.Sent(AttemptState.Ambiguous, ago: ago)));

    private static RecordRead Unkeyed() => new(Intent(Given.Sent(AttemptState.Ambiguous) with { Evidence = $"{CreateProtocol.UnkeyedEvidence}: status 500" }));

    private static RecordRead Answered(params int[] statuses) => new(Intent([.. statuses.Select(status => Given.Sent(AttemptState.Ambiguous, status))]));
}
