using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>Policies, records and events at random, the same for the same seed. Records of one generation agree on what was superseded.</summary>
internal sealed class RandomInput(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    public CreatePolicy Policy() => Given.Policy(Any<Guarantee>(), Any<OnExists>(), Chance(0.5), Chance(0.7), Chance(0.8), Chance(0.5), Chance(0.7), Any("me", null)) with
    {
        Alone = Chance(0.7),
        Holder = Any(Elsewhere, null),
        ClockSkew = Seconds(_random.Next(300)),
        KeyField = Any(new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key") { Window = Any<TimeSpan?>(null, Hours(1), Hours(24)), RejectsLate = Chance(0.2) }, null),
        CanRead = Chance(0.8),
        CanDelete = Chance(0.8),
        ReadsAfterCreate = Chance(0.3),
        NameIsId = Chance(0.3),
        NamePath = Any("name", null),
        OnFailed = Any<OnFailed>(),
        OnDrift = Any(OnDrift.Report, OnDrift.Update, OnDrift.Update, OnDrift.Replace, OnDrift.Replace, OnDrift.Fail),
        ReplaceOrder = Any<ReplaceOrder>(),
        SecretWrites = Chance(0.2) ? SecretWrites.AlwaysWrite : SecretWrites.FingerprintThenWrite,
        Updates = Any(null, new UpdateAbility(null), new UpdateAbility(["size"]), new UpdateAbility(["size", "user_data"]) { Unsets = false }),
        Ignored = Any<string[]>([], [], ["size"]),
        LostFingerprintKey = Any("key-0", null),
        Input = new DesiredInput(Any<JsonObject>(new() { ["name"] = "web-1" }, new() { ["name"] = "web-1", ["size"] = 1 }, new() { ["name"] = "web-1", ["size"] = 2 }), "f1", Any(null, null, null, Secret("key-1", "s1"), Secret("key-1", "s2"))),
        Recreate = Chance(0.6) ? Recreate.Never : Any<Recreate>(),
        FollowUps = Any<string[]>([], ["attach"], ["attach", "tag"]),
        RefusesSecond = seed % 3 == 0,
    };

    public ResourceRecord? Record(int generation, long version) => _random.Next(8) switch
    {
        0 => null,
        1 => Tombstone(Any<DateTimeOffset?>(null, Near())) with { Generation = generation, Version = version, Superseded = Superseded(generation) },
        2 => Moved() with { Generation = generation, Version = version, Superseded = Superseded(generation) },
        3 => Deleting(Any("me", null)) with { Generation = generation, Version = version, Superseded = Superseded(generation) },
        4 or 5 => Live(generation, version),
        _ => Intent(generation, version),
    };

    /// <summary>What another runner makes of the record: it keeps what every runner keeps.</summary>
    public ResourceRecord? Successor(ResourceRecord? stored)
    {
        var opens = stored is not null && Chance(0.3);
        var next = Record((stored?.Generation ?? 1) + (opens ? 1 : 0), (stored?.Version ?? 0) + 1);
        if (stored is null || next is null) return next ?? stored;
        var superseded = opens && stored is LiveRecord live ? [.. stored.Superseded, live.Id] : stored.Superseded;
        return next with { Superseded = superseded, MarkerDropped = stored.MarkerDropped };
    }

    private LiveRecord Live(int generation, long version) => Given.Live($"g{generation}", Any("me", null)) with
    {
        Generation = generation,
        Version = version,
        Superseded = Superseded(generation),
        CreatedAt = Near(),
        Readiness = Any<Readiness>(),
        PendingFollowUps = Any<string[]>([], ["attach"], [CreatePolicy.BringUpToDate], [CreatePolicy.ReplaceAdopted]),
        Retiring = generation > 1 && Chance(0.5) ? ["g1"] : [],
        Marker = Any(Marker.For(Key, generation).ToString(), null),
        MarkerDropped = Chance(0.2),
        InFlightUntil = Any<DateTimeOffset?>(null, Near()),
        Input = Any<JsonObject?>(null, new() { ["name"] = "web-1" }, new() { ["name"] = "web-1", ["size"] = 1 }, new() { ["name"] = "web-1", ["size"] = 2 }),
        Secrets = Any(null, null, null, null, Secret("key-1", "s1"), Secret("key-1", "s2"), Secret("key-0", "s1"), SecretFingerprints.Unknown),
        ShownAs = Any<JsonObject?>(null, [], new() { ["size"] = 3 }),
        Update = Any(null, null, null, new PendingUpdate(["size"], Any("f0", "f1"), Near())),
    };

    private static SecretFingerprints Secret(string key, string value) => new(key, new Dictionary<string, string> { ["user_data"] = value });

    private IntentRecord Intent(int generation, long version)
    {
        var attempts = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Sent(Any<AttemptState>(), Any<int?>(null, 400, 401, 404, 409, 412, 422, 500, 503), Now - Near())).ToArray();
        return Given.Intent(attempts) with
        {
            Generation = generation,
            Version = version,
            Superseded = Superseded(generation),
            Fingerprint = Any("f1", "f0"),
            Input = Any<JsonObject>(new() { ["name"] = "web-1" }, new() { ["name"] = "web-0" }),
            LookedBefore = Chance(0.5),
            MarkerDropped = Chance(0.2),
            Operation = Any("/operations/1", null),
            Runner = Any(Me, Elsewhere),
            SentBy = Any("me", null),
        };
    }

    /// <summary>What an effect may be answered with, but for the repository and the clock.</summary>
    public CreateEvent Answer(Effect effect, int generation) => effect switch
    {
        Effect.Post => Any<CreateEvent>(new CreateEvent.Applied(Id(generation), Body(), Any<bool?>(true, false, null), Chance(0.3)), new CreateEvent.Accepted("/operations/1"),
            new CreateEvent.NotApplied(Any<int?>(null, 400, 401, 422, 429), null, "rejected", null, Any<TimeSpan?>(null, Seconds(5), Hours(1))), new CreateEvent.Exists(null, Any(409, 412)),
            new CreateEvent.Ambiguous(Any<int?>(null, 404, 500), "lost", null, Any<TimeSpan?>(null, Seconds(5), Hours(1)))),
        Effect.Look => Chance(0.1) ? Unknown() : new CreateEvent.Looked([.. Enumerable.Range(0, _random.Next(3)).Select(_ => new Sighting(Id(generation), Body(), Any<Ownership>(), _random.Next(1, generation + 2), Chance(0.7)))]),
        Effect.Get => Any<CreateEvent>(new CreateEvent.SeenPresent(Body(), Any<Readiness>(), Any<Ownership?>(null, Ownership.Ours, Ownership.Another, Ownership.Unproven), _random.Next(1, generation + 2)), new CreateEvent.SeenAbsent(), Unknown()),
        Effect.Update => Any<CreateEvent>(new CreateEvent.Updated(), new CreateEvent.Updated(), new CreateEvent.UpdateRefused(Any(412, 422), "refused"), Unknown()),
        Effect.ListFor => Any<CreateEvent>(new CreateEvent.SeenPresent(null), new CreateEvent.SeenAbsent(), Unknown()),
        Effect.Delete => Any<CreateEvent>(new CreateEvent.Deleted(Chance(0.7)), new CreateEvent.DeleteRefused(409, "in use") { Before = Chance(0.5) ? Live(generation, version: 0) : null }, Unknown()),
        Effect.PollOperation => Any<CreateEvent>(new CreateEvent.OperationRunning(Any<TimeSpan?>(null, Seconds(9))), new CreateEvent.OperationSucceeded(Id(generation)), new CreateEvent.OperationFailed("quota"), new CreateEvent.SeenAbsent(), Unknown()),
        Effect.FollowUp => Chance(0.8) ? new CreateEvent.FollowedUp() : new CreateEvent.FollowUpFailed(new IOException("no disk")),
        _ => throw new ArgumentException(effect.GetType().Name),
    };

    private static CreateEvent.NotKnown Unknown() => new(500, "status 500");

    private static List<string> Superseded(int generation) => [.. Enumerable.Range(1, generation - 1).Select(earlier => $"g{earlier}")];

    private JsonObject Body() => new() { ["id"] = "g1", ["name"] = "web-1", ["size"] = _random.Next(1, 4), ["user_data"] = "s3cret" };

    private string Id(int generation) => $"g{generation}{Any("", "", "", "-twin")}";

    private DateTimeOffset Near() => Now + Seconds(_random.Next(-400, 300));

    private T Any<T>() where T : struct, Enum => Any(Enum.GetValues<T>());
}
