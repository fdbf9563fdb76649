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

    /// <summary>U: the clocks of the machines that share the records differ by at most this. Default: 1 minute.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait for a resource to become ready, or for an operation to end, in one run. Default: 15 minutes.</summary>
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait between two looks at a resource that is not ready yet, unless the API asks for more. Default: 3 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one POST may take, from the intent to the last byte of its reply. Default: 100 seconds. At most <see cref="FlightTime"/>.</summary>
    public TimeSpan CreateTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long one read, one page of a list or one delete may take. Default: 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to wait for another runner that holds a key. Then a create goes on where the API itself refuses or recognises a
    /// second one, and stops with a <see cref="BusyException"/> where it doesn't. Default: 5 minutes, longer than a create in doubt waits.
    /// </summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Where operations are sent whose document gives them a server of their own, by its URL as the document writes it:
    /// <c>Servers["https://uploads.example.com"] = new("https://uploads.example.com")</c>. The client's credentials go there too. What has the
    /// origin of the client's base address needs no entry. An address of an operation that the API gives in a reply is found here too: where it
    /// begins with such a URL, it is asked below the address that is set, as an API behind a proxy needs that knows itself by another name. Default: none.
    /// </summary>
    public Dictionary<string, Uri> Servers { get; } = new(StringComparer.Ordinal);

    /// <summary>A label of the credentials in use, never the credentials: an absence counts only under the label that last saw the resource. Default: none.</summary>
    public string? Credential { get; set; }

    /// <summary>
    /// The key that fingerprints secrets, base64 of at least 32 random bytes: the same for all who share the records. Default: the one that
    /// the repository keeps; files keep one beside their folder, the memory one of its own, and PostgreSQL none.
    /// </summary>
    public string? FingerprintKey { get; set; }

    /// <summary>Id of a key that is lost for good: secrets whose fingerprints it made are taken to be as they were, and get new ones. Default: none.</summary>
    public string? LostFingerprintKey { get; set; }

    /// <summary>Timers take no longer times.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    internal void Validate()
    {
        Positive(FlightTime, nameof(FlightTime));
        Positive(CreateTimeout, nameof(CreateTimeout));
        Positive(ReadTimeout, nameof(ReadTimeout));
        Positive(ReadyTimeout, nameof(ReadyTimeout));
        Positive(PollInterval, nameof(PollInterval));
        foreach (var (server, address) in Servers)
        {
            if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
                throw new ArgumentOutOfRangeException(nameof(Servers), address, $"The address of the server {server} must be absolute and of HTTP, with neither user, query nor fragment.");
        }

        if (ClockSkew < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(ClockSkew), ClockSkew, "ClockSkew must not be negative.");
        if (ListLag < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(ListLag), ListLag, "ListLag must not be negative.");
        if (LockTimeout < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(LockTimeout), LockTimeout, "LockTimeout must not be negative.");
        foreach (var (value, name) in new[] { (FlightTime, nameof(FlightTime)), (ReadTimeout, nameof(ReadTimeout)), (ListLag, nameof(ListLag)), (LockTimeout, nameof(LockTimeout)), (ReadyTimeout, nameof(ReadyTimeout)), (PollInterval, nameof(PollInterval)), (ClockSkew, nameof(ClockSkew)) })
        {
            if (value > Longest) throw new ArgumentOutOfRangeException(name, value, $"{name} must not be longer than {Longest.TotalDays:0} days.");
        }

        if (FingerprintKey is { } key) _ = Semel.FingerprintKey.Parse(key);
        if (CreateTimeout > FlightTime)
            throw new ArgumentOutOfRangeException(nameof(CreateTimeout), CreateTimeout, $"CreateTimeout must not be longer than FlightTime ({FlightTime}).");
    }

    private static void Positive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");
    }
}
