namespace Semel;

/// <summary>What a <see cref="SemelContext"/> assumes and how long it waits.</summary>
public sealed class SemelOptions
{
    /// <summary>Whether recorded resources are read before they are trusted, where a model doesn't say. Default: <see cref="Verify.Never"/>.</summary>
    public Verify Verify { get; set; } = Verify.Never;

    /// <summary>F: a byte that was sent is applied within this time or never. Default: 2 minutes.</summary>
    public TimeSpan FlightTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>L: a list shows a resource within this time of its creation. Default: 30 seconds.</summary>
    public TimeSpan ListLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one POST may take, from the intent to the last byte of its reply. Default: 100 seconds. At most <see cref="FlightTime"/>.</summary>
    public TimeSpan CreateTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long one read, one page of a list or one delete may take. Default: 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for another runner that holds a key. Default: 5 minutes, longer than a create in doubt waits.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A label of the credentials in use, never the credentials: an absence counts only under the label that last saw the resource. Default: none.</summary>
    public string? Credential { get; set; }

    /// <summary>Timers take no longer times.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    internal void Validate()
    {
        Positive(FlightTime, nameof(FlightTime));
        Positive(CreateTimeout, nameof(CreateTimeout));
        Positive(ReadTimeout, nameof(ReadTimeout));
        if (ListLag < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(ListLag), ListLag, "ListLag must not be negative.");
        if (LockTimeout < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(LockTimeout), LockTimeout, "LockTimeout must not be negative.");
        foreach (var (value, name) in new[] { (FlightTime, nameof(FlightTime)), (ReadTimeout, nameof(ReadTimeout)), (ListLag, nameof(ListLag)), (LockTimeout, nameof(LockTimeout)) })
        {
            if (value > Longest) throw new ArgumentOutOfRangeException(name, value, $"{name} must not be longer than {Longest.TotalDays:0} days.");
        }

        if (CreateTimeout > FlightTime)
            throw new ArgumentOutOfRangeException(nameof(CreateTimeout), CreateTimeout, $"CreateTimeout must not be longer than FlightTime ({FlightTime}).");
    }

    private static void Positive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");
    }
}
