using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A recorded resource that is not as it is wanted: what is said, refused, updated or replaced.</summary>
internal static class DriftRows
{
    private static readonly LiveRecord Small = Live() with { Input = new JsonObject { ["name"] = "web-1", ["size"] = "small", ["image"] = "12" }, Fingerprint = "f1", ShownAs = [] };

    private static readonly SeenPresent Grown = new(new JsonObject { ["id"] = "1", ["name"] = "web-1", ["size"] = "huge", ["image"] = "12" });

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the input is as recorded", Wanting(OnDrift.Fail, "small"), new Reading(), new RecordRead(Small), Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Count == 0)),
        new("report: a changed input is said, with both values, and nothing is sent", Wanting(OnDrift.Report, "large"), new Reading(), new RecordRead(Small),
            Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Single() == new Difference("size", "\"small\"", "\"large\"", DriftKind.InputChanged))),
        new("update: what is begun is durable before it is sent", Wanting(OnDrift.Update, "large"), new Reading(), new RecordRead(Small),
            Then.Writes<BeginningUpdate, LiveRecord>().Where((LiveRecord it) => it.Update!.Properties.Single() == "size" && it.Update.Fingerprint == "f2" && it.Input == Small.Input && it.Provenance.Reason.Contains("size"))),
        new("replace: what the API can update is updated", Wanting(OnDrift.Replace, "large"), new Reading(), new RecordRead(Small), Then.Writes<BeginningUpdate, LiveRecord>()),
        new("fail: a changed input stops before any call", Wanting(OnDrift.Fail, "large") with { Verify = true }, new Reading(), new RecordRead(Small),
            Then.Fails<Failure.Drift>("'1'", "size", "small", "large").Where((Failure.Drift it) => it.Differences.Count == 1)),

        .. new[] { OnDrift.Report, OnDrift.Update }.Select(onDrift => new Row($"{onDrift}: what only a new resource can have is an error before any call", Wanting(onDrift, "small", "13") with { Verify = true }, new Reading(), new RecordRead(Small),
            Then.Fails<Failure.ReplacementRequired>("image", "OnDrift.Replace").Where((Failure.ReplacementRequired it) => it.Differences.Single() is { Property: "image", NeedsReplacement: true }))),
        new("update: nothing is updated where one property needs a new resource", Wanting(OnDrift.Update, "large", "13"), new Reading(), new RecordRead(Small),
            Then.Fails<Failure.ReplacementRequired>("image", "size").Where((Failure.ReplacementRequired it) => it.Differences.Count(difference => difference.NeedsReplacement) == 1)),
        new("without an update everything needs a new resource", Wanting(OnDrift.Update, "large") with { Updates = null }, new Reading(), new RecordRead(Small), Then.Fails<Failure.ReplacementRequired>("size")),
        new("replace, delete first: the intent to delete is durable", Wanting(OnDrift.Replace, "small", "13"), new Reading(), new RecordRead(Small), Then.Writes<BeginningDelete, DeletingRecord>().Where((DeletingRecord it) => it.Id == "1")),
        new("replace, create first: the new generation retires the old one", Wanting(OnDrift.Replace, "small", "13") with { ReplaceOrder = ReplaceOrder.CreateFirst }, new Reading(), new RecordRead(Small),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Replaces: true, Fingerprint: "f2", Retiring: ["1"] })),
        new("replace, create first: a unique name has room for one", Wanting(OnDrift.Replace, "small", "13") with { ReplaceOrder = ReplaceOrder.CreateFirst, NameIsId = true }, new Reading(), new RecordRead(Small), Then.Fails<Failure.Conflict>("ReplaceOrder.DeleteFirst")),
        new("replace: what has no delete stays", Wanting(OnDrift.Replace, "small", "13") with { CanDelete = false }, new Reading(), new RecordRead(Small), Then.Fails<Failure.Conflict>("no delete")),
        new("replace: not while a POST of it may arrive", Wanting(OnDrift.Replace, "small", "13"), new Reading(), new RecordRead(Small with { InFlightUntil = Now + Seconds(9) }), Then.Waits<WaitingToRecreate>(Seconds(9)).Where((WaitingToRecreate next) => next.How == Recreate.DeleteFirst)),
        new("replace: with the lock only", Wanting(OnDrift.Replace, "small", "13") with { Alone = false }, new Reading(), new RecordRead(Small), Then.Fails<Failure.Busy>("a new resource is wanted")),
        new("what is let pass is no difference", Wanting(OnDrift.Fail, "large", "13") with { Ignored = ["size", "image"] }, new Reading(), new RecordRead(Small), Then.Returns(Outcome.Reused, verified: false)),
        new("recreate is a wish of its own, whatever the input", Wanting(OnDrift.Fail, "large") with { Recreate = Recreate.Force }, new Reading(), new RecordRead(Small), Then.Writes<Intending, IntentRecord>()),
        new("what is unfinished is finished before it is updated", Wanting(OnDrift.Update, "large") with { FollowUps = ["attach"] }, new Reading(), new RecordRead(Small with { PendingFollowUps = ["attach"] }), Then.FollowsUp("attach")),
        new("no input describes it, and it was last seen otherwise", Wanting(OnDrift.Report, "large"), new Reading(), new RecordRead(Small with { Input = null, Attributes = Grown.Body! }),
            Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Differences.Single() == new Difference("size", "\"huge\"", "\"large\"", DriftKind.RemoteDrift))),
        new("no input describes it, and it is as it is wanted: from now on one does", Wanting(OnDrift.Report, "huge"), new Reading(), new RecordRead(Small with { Input = null, Attributes = Grown.Body! }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Input!["size"]!.GetValue<string>() == "huge" && it.Fingerprint == "f2")),
        new("newly asked for, and it has it already", Wanting(OnDrift.Fail, "small", "12", "zone", "a"), new Reading(), new RecordRead(Small with { Attributes = new JsonObject { ["id"] = "1", ["zone"] = "a" } }), Then.Returns(Outcome.Reused, verified: false)),
        new("a property that the document knows no more is let go", Wanting(OnDrift.Fail, "small") with { InputProperties = ["name", "size"], Input = Input("small", null) }, new Reading(), new RecordRead(Small), Then.Returns(Outcome.Reused, verified: false)),

        new("report: what the API shows otherwise is said", Wanting(OnDrift.Report, "small"), new Verifying(Small with { Attributes = Grown.Body! }), Grown,
            Then.Returns(Outcome.Reused, verified: true).Where((Effect.Return it) => it.Differences.Single() == new Difference("size", "\"huge\"", "\"small\"", DriftKind.RemoteDrift))),
        new("fail: what the API shows otherwise stops", Wanting(OnDrift.Fail, "small"), new Verifying(Small with { Attributes = Grown.Body! }), Grown, Then.Fails<Failure.Drift>("huge", "changed on the API")),
        new("update: what the API shows otherwise is brought back", Wanting(OnDrift.Update, "small"), new Verifying(Small with { Attributes = Grown.Body! }), Grown, Then.Writes<BeginningUpdate, LiveRecord>()),
        new("how the API shows what was asked for is no drift", Wanting(OnDrift.Fail, "small"), new Verifying(Small with { Attributes = Grown.Body!, ShownAs = new JsonObject { ["size"] = "huge" } }), Grown, Then.Returns(Outcome.Reused, verified: true)),
        new("of an earlier version's record that is not known: it is taken as it is now", Wanting(OnDrift.Fail, "small"), new Verifying(Small with { Attributes = Grown.Body!, ShownAs = null }), Grown,
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.ShownAs!.Single().Key == "size")),
        new("what this run made is not compared again", Wanting(OnDrift.Update, "large"), new Recording(Small, Grown.Body!, Outcome.Created, Verified: true), new Written(Small), Then.Returns(Outcome.Created, verified: true)),
    ];

    internal static CreatePolicy Wanting(OnDrift onDrift, string size, string image = "12", string? name = null, string? value = null)
    {
        var input = Input(size, image);
        if (name is not null) input.Json[name] = value;
        return Policy(lookFirst: false) with { OnDrift = onDrift, Input = input, Updates = new UpdateAbility(["size"]) };
    }

    private static DesiredInput Input(string size, string? image)
    {
        var json = new JsonObject { ["name"] = "web-1", ["size"] = size };
        if (image is not null) json["image"] = image;
        return new DesiredInput(json, "f2");
    }
}
