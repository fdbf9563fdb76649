using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>An update, from the write that says that it is begun to the read that shows what came of it.</summary>
internal static class UpdateRows
{
    private static readonly IReadOnlyList<Difference> Drift = [new("size", "\"small\"", "\"large\"", DriftKind.InputChanged)];
    private static readonly PendingUpdate Same = new(["size"], "f2", Now + Seconds(60));
    private static readonly PendingUpdate Other = new(["image"], "f0", Now + Seconds(60));
    private static readonly LiveRecord Small = Live() with { Input = new JsonObject { ["name"] = "web-1", ["size"] = "small", ["image"] = "12" }, Fingerprint = "f1", ShownAs = [] };
    private static readonly LiveRecord Begun = Small with { Update = Same, Version = 3 };
    private static readonly Updating Sent = new(Begun, [], Verified: false, Before: null);

    private static CreatePolicy Large => DriftRows.Wanting(OnDrift.Update, "large") with { Updates = new UpdateAbility(["size", "image"]) };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("with the lock only", Large with { Alone = false, Holder = Elsewhere }, new Reading(), new RecordRead(Small), Then.Fails<Failure.Busy>("'1'").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("the same update that was begun before is sent again at once", Large, new Reading(), new RecordRead(Begun), Then.Writes<BeginningUpdate, LiveRecord>().Where((LiveRecord it) => it.Update!.Properties.Single() == "size")),
        new("another one waits until the earlier one has arrived or never will", Large, new Reading(), new RecordRead(Small with { Update = Other }), Then.Waits<WaitingToUpdate>(Seconds(60))),
        new("it has by now", Large, new Reading(), new RecordRead(Small with { Update = Other with { InFlightUntil = Now } }), Then.Writes<BeginningUpdate, LiveRecord>()),
        new("what the earlier one changed is sent too: whether it was applied is not known", Large, new Reading(), new RecordRead(Small with { Update = Other with { InFlightUntil = Now } }),
            Then.Writes<BeginningUpdate, LiveRecord>().Where((LiveRecord it) => it.Update!.Properties.Order().SequenceEqual(new[] { "image", "size" }))),
        new("the input was put back while one was begun: that is sent, because the record may not be true", Large with { Input = new DesiredInput(Small.Input!, "f1") }, new Reading(), new RecordRead(Small with { Update = Same with { InFlightUntil = Now } }),
            Then.Writes<BeginningUpdate, LiveRecord>().Where((LiveRecord it) => it.Update!.Fingerprint == "f1")),
        new("report says what was begun and is not known to be done", Large with { OnDrift = OnDrift.Report, Input = new DesiredInput(Small.Input!, "f1") }, new Reading(), new RecordRead(Begun),
            Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Single().Property == "size")),
        new("after the wait", Large, new WaitingToUpdate(Small, [], Outcome.Reused, false, Drift), new Waited(), Then.Writes<BeginningUpdate, LiveRecord>().Where((BeginningUpdate next) => next.Differences == Drift)),
        new("it is durable that it is begun", Large, new BeginningUpdate(Small, [], Outcome.Reused, false, Drift), new Written(Begun), Then.Updates("size").Where((Effect.Update it) => it.Live == Begun).Where((Updating next) => next.Before == null)),
        new("what was begun before is remembered until it is known", Large, new BeginningUpdate(Small with { Update = Other }, [], Outcome.Reused, false, Drift), new Written(Begun), Then.Updates("size").Where((Updating next) => next.Before == Other)),
        new("another runner wrote first: it is read again", Large, new BeginningUpdate(Small, [], Outcome.Reused, false, Drift), new WriteLost(), Then.Reads<Reading>()),
        new("done: the record says what is wanted now, and it is read", Large, Sent, new Updated(),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Update: null, Fingerprint: "f2", ShownAs: null, Readiness: Readiness.Pending, Id: "1" } && it.Input!["size"]!.GetValue<string>() == "large")
                .Where((Recording next) => next.Outcome == Outcome.Updated)),
        new("done, and an earlier one of the same may still arrive: another has to wait", Large, Sent with { Before = Same }, new Updated(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Update is { Properties: [], Fingerprint: "f2" } && it.Update.InFlightUntil == Same.InFlightUntil)),
        new("done, and the earlier one has arrived or never will", Large, Sent with { Before = Same with { InFlightUntil = Now } }, new Updated(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Update == null)),
        new("one that is done is waited for by another, and is no difference", Large, new Reading(), new RecordRead(Small with { Update = Other with { Properties = [] } }), Then.Waits<WaitingToUpdate>(Seconds(60)).Where((WaitingToUpdate next) => next.Differences.Single().Property == "size")),
        new("done, and there is no read", Large with { CanRead = false }, Sent, new Updated(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),
        new("refused for what somebody changed meanwhile: the record is as it was", Large, Sent, new UpdateRefused(412, "status 412"), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Update: null, Fingerprint: "f1" }).Where((Recording next) => next is { Then: null, IsStale: true })),
        new("and it is read, to be compared anew", Large, new Recording(Small, [], Outcome.Reused, false) { IsStale = true }, new Written(Small), Then.Gets<Verifying>("1")),
        new("refused so as often as one run may", Large, Sent, new UpdateRefused(412, "status 412", IsLast: true), Then.Writes<Recording, LiveRecord>().Where((Recording next) => next is { Then: Failure.Rejected { Status: 412 }, IsStale: false })),
        new("refused so, and there is no read", Large with { CanRead = false }, Sent, new UpdateRefused(412, "status 412"), Then.Writes<Recording, LiveRecord>().Where((Recording next) => next is { Then: Failure.Rejected, IsStale: false })),
        new("refused: the record is as it was, and the caller hears of it", Large, Sent, new UpdateRefused(422, "status 422"), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Update == null && it.Input == Small.Input && it.Fingerprint == "f1")
            .Where((Recording next) => next.Then is Failure.Rejected { Status: 422 })),
        new("refused, and an earlier one is still not known to be done", Large, Sent with { Before = Other }, new UpdateRefused(422, "status 422"), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Update == Other)),
        new("somebody changes it again and again: nothing is lost", Large, Sent, new UpdateRefused(412, "status 412", IsLast: true), Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Then!.Message.Contains("Somebody changed it"))),
        new("whether it was applied is not known: the record says so, and the next run sends it again", Large, Sent, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("'1'", "status 500", "run again").Where((Failure.Unknown it) => it.Status == 500)),
        new("secrets that are always written are written in every run", Large with { Input = Secret("s1") with { Json = Small.Input! }, SecretWrites = SecretWrites.AlwaysWrite, Updates = new UpdateAbility(["user_data"]) }, new Reading(), new RecordRead(Small with { Secrets = Secret("s1").Secrets }),
            Then.Writes<BeginningUpdate, LiveRecord>().Where((LiveRecord it) => it.Update!.Properties.Single() == "user_data")),
        new("once a run", Large with { Input = Secret("s1") with { Json = Small.Input! }, SecretWrites = SecretWrites.AlwaysWrite, CanRead = false }, new Recording(Small, [], Outcome.Updated, false), new Written(Small with { Secrets = Secret("s1").Secrets }), Then.Returns(Outcome.Updated, verified: false)),
    ];

    private static DesiredInput Secret(string fingerprint) => FingerprintKeyRows.Secret("key-1", fingerprint);
}
