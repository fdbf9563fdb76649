using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>Secrets are compared by keyed fingerprints: what another key made says nothing.</summary>
internal static class FingerprintKeyRows
{
    private static readonly LiveRecord Recorded = Live() with { Input = new JsonObject { ["name"] = "web-1" }, Secrets = Secret("key-1", "s1").Secrets, ShownAs = [] };

    private static CreatePolicy Wanting(string keyId, string fingerprint, OnDrift onDrift = OnDrift.Report) =>
        Policy() with { Input = Secret(keyId, fingerprint), OnDrift = onDrift, Updates = new UpdateAbility(["user_data"]) };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the same secret", Wanting("key-1", "s1", OnDrift.Fail), new Reading(), new RecordRead(Recorded), Then.Returns(Outcome.Reused, verified: false)),
        new("another secret is a difference, and no value is shown", Wanting("key-1", "s2"), new Reading(), new RecordRead(Recorded),
            Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Single() == new Difference("user_data", null, null, DriftKind.InputChanged) { IsSecret = true })),
        new("a rotated secret is written", Wanting("key-1", "s2", OnDrift.Update), new Reading(), new RecordRead(Recorded), Then.Writes<BeginningUpdate, LiveRecord>().Where((LiveRecord it) => it.Update!.Properties.Single() == "user_data")),
        new("a secret that is new", Wanting("key-1", "s1"), new Reading(), new RecordRead(Recorded with { Secrets = null }), Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Single().IsSecret)),
        new("a secret that is wanted no more", Wanting("key-1", "s1") with { Input = new DesiredInput(Recorded.Input!, "f1") }, new Reading(), new RecordRead(Recorded), Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Single().IsSecret)),
        .. Enum.GetValues<OnDrift>().Select(onDrift => new Row($"{onDrift}: another key is an error of its own, never drift", Wanting("key-2", "s1", onDrift), new Reading(), new RecordRead(Recorded),
            Then.Fails<Failure.FingerprintKey>("'key-1'", "'key-2'", "LostFingerprintKey").Where((Failure.FingerprintKey it) => it is { Recorded: "key-1", Current: "key-2" }))),
        new("an intent of another key: whether the input changed is not known", Wanting("key-2", "s1"), new Reading(), new RecordRead(Intent(AttemptState.Pending) with { Secrets = Recorded.Secrets }), Then.Fails<Failure.FingerprintKey>("'key-1'")),
        new("without secrets no key is needed", Wanting("key-2", "s1") with { Input = new DesiredInput(Recorded.Input!, "f1") }, new Reading(), new RecordRead(Recorded with { Secrets = null }), Then.Returns(Outcome.Reused, verified: false)),
        new("a lost key: the secrets are taken to be as they were, and get new fingerprints", Wanting("key-2", "s9", OnDrift.Fail) with { LostFingerprintKey = "key-1" }, new Reading(), new RecordRead(Recorded),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Secrets == Secret("key-2", "s9").Secrets)),
        new("so does a record of an earlier version", Wanting("key-2", "s9", OnDrift.Fail), new Reading(), new RecordRead(Recorded with { Secrets = SecretFingerprints.Unknown }), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Secrets == Secret("key-2", "s9").Secrets)),
        new("what is a secret now and was none is in the record no more", Wanting("key-1", "s1", OnDrift.Fail), new Reading(), new RecordRead(Recorded with { Secrets = null, Input = new JsonObject { ["name"] = "web-1", ["user_data"] = "plain" } }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.Input!.ContainsKey("user_data") && it.Secrets == Secret("key-1", "s1").Secrets)),
    ];

    internal static DesiredInput Secret(string keyId, string fingerprint) =>
        new(new JsonObject { ["name"] = "web-1" }, "f2", new SecretFingerprints(keyId, new Dictionary<string, string> { ["user_data"] = fingerprint }));
}
