namespace Semel.Simulation;

/// <summary>What an API offers.</summary>
internal sealed record ServerProfile
{
    /// <summary>A second resource of a name is answered with 409.</summary>
    public bool HasUniqueNames { get; init; }

    /// <summary>Repeats of a create with the same key are recognised for this long; null: the header means nothing.</summary>
    public TimeSpan? KeyWindow { get; init; }

    /// <summary>A repeat of a key gets the first reply, whatever its body says.</summary>
    public bool ReplaysAnyBody { get; init; }

    /// <summary>A key that was answered with a rejection gets it again.</summary>
    public bool StoresRejections { get; init; }

    /// <summary>Markers are not kept.</summary>
    public bool DropsMarkers { get; init; }

    /// <summary>The header that carries the key.</summary>
    public string KeyHeader { get; init; } = "Idempotency-Key";

    /// <summary>PUT or POST on <c>/things/{name}</c> creates; the name is the id.</summary>
    public bool HasClientAddresses { get; init; }

    /// <summary>What is at an address is never overwritten: a second POST there is answered with this status; null: it is overwritten.</summary>
    public int? RefusesSecond { get; init; }

    /// <summary>A create is answered with 202 and an operation, which makes the resource a while later.</summary>
    public bool HasOperations { get; init; }

    /// <summary>How long a resource takes from its creation until it is ready.</summary>
    public TimeSpan BecomesReadyAfter { get; init; }
}
