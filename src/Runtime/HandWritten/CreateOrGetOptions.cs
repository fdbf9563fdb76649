using System.Text.Json.Serialization.Metadata;

namespace Semel;

/// <summary>What Semel knows of a hand-written kind of resource: how one is read, found, listed, updated and deleted, and what its API guarantees.</summary>
/// <typeparam name="T">What a create returns.</typeparam>
public sealed record CreateOrGetOptions<T>
{
    /// <summary>The id that the API gave, as text; null where the value has none.</summary>
    public required Func<T, string?> Id { get; init; }

    /// <summary>
    /// Reads one resource by its id. Null, or an error of status 404 or 410, means that it isn't there; any other error, that it isn't known.
    /// Default: none; then <see cref="Json"/> records the value, or the value is the id.
    /// </summary>
    public Func<string, CancellationToken, Task<T?>>? Read { get; init; }

    /// <summary>How the value is recorded where nothing reads it. Leave secrets out of it: it is plain text. Default: it isn't.</summary>
    public JsonTypeInfo<T>? Json { get; init; }

    /// <summary>Finds what a create may have made, by its name or by the marker that it is given, of every page. Default: none, and a lost reply can't be looked for.</summary>
    public Func<Marker, CancellationToken, Task<IReadOnlyList<FoundResource>>>? Find { get; init; }

    /// <summary>Lists every resource, of every page: an absence counts only if it lacks the resource. Default: none.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<FoundResource>>>? List { get; init; }

    /// <summary>Brings the resource of an id to what is wanted. Default: none.</summary>
    public Func<string, CancellationToken, Task>? Update { get; init; }

    /// <summary>Deletes the resource of an id. An error of status 404 or 410 means that it isn't there. Default: none.</summary>
    public Func<string, CancellationToken, Task>? Delete { get; init; }

    /// <summary>Texts of a value that hold the marker which the create put into it. Default: it carries none.</summary>
    public Func<T, IEnumerable<string?>>? Markers { get; init; }

    /// <summary>The HTTP status of a value that is a reply, such as Refit's <c>ApiResponse</c>. Default: a value is a success.</summary>
    public Func<T, int>? Status { get; init; }

    /// <summary>The HTTP status of an exception of your own client, such as Refit's <c>ApiException</c>. Default: that of <see cref="HttpRequestException"/> and <see cref="ApiException"/> is known.</summary>
    public Func<Exception, int?>? StatusOf { get; init; }

    /// <summary>How the create takes an idempotency key. It sends <see cref="CreateAttempt.IdempotencyKey"/> itself, or a <see cref="CreateAttemptHandler"/> adds it. Default: it takes none.</summary>
    public IdempotencyKeyField? IdempotencyKey { get; init; }

    /// <summary>What the API guarantees. Default: <see cref="Guarantee.Replay"/> with an idempotency key, else <see cref="Guarantee.Marker"/> with markers and a look, else <see cref="Guarantee.AtMostOnce"/>.</summary>
    public Guarantee? Guarantee { get; init; }

    /// <summary>Whether a recorded resource is read before it is trusted. Default: yes where there is a read, which the value needs anyway.</summary>
    public Verify? Verify { get; init; }

    /// <summary>What to do with an unproven resource of the same name. Default: <see cref="OnExists.Fail"/>.</summary>
    public OnExists OnExists { get; init; }

    /// <summary>What to do with a resource that failed. Default: <see cref="OnFailed.Fail"/>.</summary>
    public OnFailed OnFailed { get; init; }

    /// <summary>Whether to look before the first create of a key without a record. Default: true where a look is possible and the create isn't <see cref="Guarantee.Natural"/>.</summary>
    public bool LookFirst { get; init; } = true;

    /// <summary>Statuses that the API answers before it looks at a create: 429. It is sent again after a pause. Default: none.</summary>
    public IReadOnlyList<int> RejectsUnread { get; init; } = [];

    /// <summary>What of the input is recorded in plain text and compared with an earlier run's: names and values. No secrets. Default: nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Input { get; init; } = [];

    /// <summary>The secrets of the input, which are compared with an earlier run's by keyed fingerprints and recorded nowhere: names and values. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Secrets { get; init; } = [];

    /// <summary>What to do when <see cref="Input"/> or <see cref="Secrets"/> changed. Default: <see cref="OnDrift.Report"/>, which refuses what no <see cref="Update"/> can bring.</summary>
    public OnDrift OnDrift { get; init; }

    /// <summary>What comes first where a change replaces the resource. Default: <see cref="ReplaceOrder.DeleteFirst"/>.</summary>
    public ReplaceOrder ReplaceOrder { get; init; }

    /// <summary>When secrets are written again. Default: when one changed.</summary>
    public SecretWrites SecretWrites { get; init; }

    /// <summary>What this call wants beyond that: to wait, to follow up, to replace. Default: nothing.</summary>
    public CreateOptions<T> Call { get; init; } = new();

    internal bool CanLook => Find is not null;

    internal Guarantee Promised => Guarantee switch
    {
        null when IdempotencyKey is not null => Semel.Guarantee.Replay,
        null when Markers is not null && CanLook => Semel.Guarantee.Marker,
        null => Semel.Guarantee.AtMostOnce,
        { } declared => declared,
    };

    /// <exception cref="ArgumentException">Something is declared that rests on what isn't there.</exception>
    internal void Validate()
    {
        if (Read is null && Json is null && typeof(T) != typeof(string)) throw Missing("A create that returns more than the id", "Read, or Json to record the value");
        if (Guarantee == Semel.Guarantee.Replay && IdempotencyKey is null) throw Missing("Guarantee.Replay", "IdempotencyKey");
        if (Guarantee is Semel.Guarantee.UniqueName && !CanLook) throw Missing("Guarantee.UniqueName", "Find by the name");
        if (Guarantee == Semel.Guarantee.Marker && (Markers is null || !CanLook)) throw Missing("Guarantee.Marker", "Markers and Find");
        if (OnExists == OnExists.Update && Update is null) throw Missing("OnExists.Update", "Update");
        if (OnExists == OnExists.Replace && Delete is null) throw Missing("OnExists.Replace", "Delete");
        if (OnDrift == OnDrift.Update && Update is null) throw Missing("OnDrift.Update", "Update");
        if (OnDrift == OnDrift.Replace && Delete is null) throw Missing("OnDrift.Replace", "Delete");
        if (SecretWrites == SecretWrites.AlwaysWrite && OnDrift is OnDrift.Report or OnDrift.Fail) throw Missing("SecretWrites.AlwaysWrite", "OnDrift.Update or OnDrift.Replace");
        if (Call.Recreate is Recreate.DeleteFirst or Recreate.CreateFirst && Delete is null) throw Missing($"Recreate.{Call.Recreate}", "Delete");
        if (Verify == Semel.Verify.WithGet && Read is null) throw Missing("Verify.WithGet", "Read");
        if (Call.ReadyWhen is not null && Read is null) throw Missing("ReadyWhen", "Read");
        if (Find is not null && Read is null && Json is not null) throw Missing("Find of values that are recorded", "Read");
        if (Call.FollowUps.Any(followUp => followUp.Name.StartsWith('$'))) throw new ArgumentException("A follow-up's name doesn't begin with '$'.");
    }

    private static ArgumentException Missing(string what, string needs) => new($"{what} needs {needs}.");
}
