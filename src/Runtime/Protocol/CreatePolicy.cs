using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>Everything about one create that does not change while it runs.</summary>
/// <param name="Key">The resource key.</param>
/// <param name="Guarantee">What the API lets us promise.</param>
/// <param name="Verify">Read a recorded resource before it is trusted; only where there is a read, or a list that shows it.</param>
/// <param name="OnExists">What to do with an unproven resource of the same name.</param>
/// <param name="LookFirst">Look before the first POST of a key without a record; only where <paramref name="CanLook"/>.</param>
/// <param name="CanLook">A look can find a resource by its marker or by its name.</param>
/// <param name="HasMarker">The create carries a marker, so that a resource without it is not ours.</param>
/// <param name="CanList">A complete list can confirm an absence.</param>
/// <param name="Input">The desired input and its fingerprint.</param>
/// <param name="Secrets">Property paths that are never recorded.</param>
/// <param name="CreateTimeout">How long one POST may take.</param>
/// <param name="FlightTime">F.</param>
/// <param name="ListLag">L.</param>
/// <param name="Credential">Label of the credentials in use.</param>
internal sealed record CreatePolicy(
    ResourceKey Key,
    Guarantee Guarantee,
    bool Verify,
    OnExists OnExists,
    bool LookFirst,
    bool CanLook,
    bool HasMarker,
    bool CanList,
    DesiredInput Input,
    IReadOnlyList<string> Secrets,
    TimeSpan CreateTimeout,
    TimeSpan FlightTime,
    TimeSpan ListLag,
    string? Credential)
{
    /// <summary>What an adopted resource still needs where <see cref="OnExists.Update"/> is declared; recorded beside the caller's follow-ups.</summary>
    public const string BringUpToDate = "$update";

    /// <summary>The same where <see cref="OnExists.Replace"/> is declared.</summary>
    public const string ReplaceAdopted = "$replace";

    /// <summary>Both of these.</summary>
    public static readonly IReadOnlyList<string> AdoptionDuties = [BringUpToDate, ReplaceAdopted];

    /// <summary>POSTs that one run may send for one intent, each of them allowed by the protocol.</summary>
    public const int MaximumSends = 3;

    /// <summary>Looks that must all come back empty, after the wait, before another POST (several reads: one replica may lag).</summary>
    public const int EmptyLooksBeforeRepeat = 2;

    /// <summary>Times another writer may win the compare-and-set before this run gives up.</summary>
    public const int MaximumRereads = 8;

    /// <summary>Reads of a resource or an operation that may fail one after the other before a run gives up.</summary>
    public const int MaximumPollFailures = 5;

    /// <summary>Longest time that an API may ask to wait before a repeat; it is asked again in a later run.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>By 409 the API says that something of the name, or at the address, is there and stays as it is. A PUT may be refused so for another reason.</summary>
    public bool RefusesSecond { get; init; } = Guarantee == Guarantee.UniqueName;

    /// <summary>Who runs.</summary>
    public required Runner Runner { get; init; }

    /// <summary>The key's lock is held by this run.</summary>
    public bool Alone { get; init; } = true;

    /// <summary>Who holds it else, where that is known.</summary>
    public Runner? Holder { get; init; }

    /// <summary>U.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>How the API takes idempotency keys; null where it doesn't.</summary>
    public IdempotencyKeyField? KeyField { get; init; }

    /// <summary>The formula of new idempotency keys. Those that stand in intents stay as they are.</summary>
    public int KeyFormula { get; init; } = Semel.IdempotencyKey.FormulaVersion;

    /// <summary>The API reads one resource by its id.</summary>
    public bool CanRead { get; init; }

    /// <summary>The API deletes one resource by its id.</summary>
    public bool CanDelete { get; init; }

    /// <summary>A created resource is read before it is returned: to wait until it is ready, or because the reply doesn't show it.</summary>
    public bool ReadsAfterCreate { get; init; }

    /// <summary>The name is the id, so that a new resource of the name has the address of the old one.</summary>
    public bool NameIsId { get; init; }

    /// <summary>How long one DELETE may take.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What to do with a resource that failed.</summary>
    public OnFailed OnFailed { get; init; }

    /// <summary>Whether a new resource is made though the record names one.</summary>
    public Recreate Recreate { get; init; }

    /// <summary>What to do when the recorded resource is not what is wanted.</summary>
    public OnDrift OnDrift { get; init; }

    /// <summary>What comes first when it is replaced for that.</summary>
    public ReplaceOrder ReplaceOrder { get; init; }

    /// <summary>When secrets are written again.</summary>
    public SecretWrites SecretWrites { get; init; }

    /// <summary>What the API can change in place; null: nothing.</summary>
    public UpdateAbility? Updates { get; init; }

    /// <summary>How values are compared.</summary>
    public Comparison Comparison { get; init; } = Comparison.Plain;

    /// <summary>Property paths whose changes are let pass.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The properties of the request; null: not known.</summary>
    public IReadOnlyList<string>? InputProperties { get; init; }

    /// <summary>Id of a key of fingerprints that is lost: what it made says nothing.</summary>
    public string? LostFingerprintKey { get; init; }

    /// <summary>Names of what follows a create.</summary>
    public IReadOnlyList<string> FollowUps { get; init; } = [];

    /// <summary>How long one run waits for a resource to become ready.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Time between two polls.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The record as far as its fingerprints say something.</summary>
    public LiveRecord Readable(LiveRecord live) => IsLost(live.Secrets) ? live with { Secrets = SecretFingerprints.Unknown } : live;

    /// <summary>The record's fingerprints can't be compared with the input's.</summary>
    public bool HasOtherKey(SecretFingerprints? recorded) => !IsLost(recorded) && SecretFingerprints.AreOfOtherKeys(recorded, Input.Secrets);

    private bool IsLost(SecretFingerprints? recorded) => recorded is { KeyId: { Length: > 0 } id } && id == LostFingerprintKey;

    /// <summary>What an unproven resource of the name still needs once it is recorded.</summary>
    public IReadOnlyList<string> AfterAdopting => OnExists switch
    {
        OnExists.Update => [BringUpToDate],
        OnExists.Replace => [ReplaceAdopted],
        OnExists.Fail or OnExists.Adopt => [],
    };

    /// <summary>The next thing that follows the create or the adoption of a resource; null where nothing is left. What nobody asks for any more is left.</summary>
    public string? NextFollowUp(LiveRecord live) => AfterAdopting.Concat(FollowUps).FirstOrDefault(live.PendingFollowUps.Contains);

    /// <summary>The API itself refuses or recognises a second create, whoever sends it.</summary>
    public bool Deduplicates => Guarantee is Guarantee.Natural or Guarantee.Replay or Guarantee.UniqueName;

    /// <summary>Property path of the name in the input; null where there is none.</summary>
    public string? NamePath { get; init; }

    /// <summary>Property paths of what identifies a resource: they are recorded whatever they hold.</summary>
    public IReadOnlyList<string> Identity { get; init; } = [];

    /// <summary>The earlier input has the name that is wanted now.</summary>
    public bool SameName(JsonObject earlier) =>
        NamePath is null || IdPath.Names(NamePath).All(path => JsonNode.DeepEquals(JsonPathAccess.Read(earlier, path), JsonPathAccess.Read(Input.Json, path)));

    /// <summary>What of an input may be recorded: all but its secrets.</summary>
    public JsonObject Recorded(JsonObject input) => Redaction.Copy(input, Secrets);

    /// <summary>What of a resource may be recorded: all but its secrets, what repeats one of the request's, and what once did.</summary>
    public JsonObject Recorded(JsonObject resource, LiveRecord live) => Redaction.Copy(resource, [.. Secrets, .. Withheld(resource, live)]);

    /// <summary>Paths of what is kept out of the record because it repeats a secret, or did: an earlier secret isn't known any more.</summary>
    public IReadOnlyList<string> Withheld(JsonObject resource, LiveRecord live) => [.. live.Withheld.Union(Input.Repeated.In(resource, Identity))];
}

