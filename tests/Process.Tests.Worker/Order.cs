using System.Globalization;

namespace Semel.Processes;

/// <summary>What a worker is to do; it goes to the process as <c>name=value</c> arguments.</summary>
internal sealed record Order
{
    public static readonly TimeSpan ShortFlight = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan LongFlight = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan ListLag = TimeSpan.FromMilliseconds(100);

    private const string Then = "then";

    public required string Address { get; init; }

    public required string Folder { get; init; }

    /// <summary>A <see cref="Kind"/>.</summary>
    public required string Kind { get; init; }

    public string Instance { get; init; } = "web-1";

    /// <summary>An order to do first, whose points are not reported; null: none.</summary>
    public Order? Before { get; init; }

    /// <summary>The resource to delete first; null: none.</summary>
    public string? Delete { get; init; }

    /// <summary>Ensure the resource, after the delete where there is one.</summary>
    public bool Create { get; init; } = true;

    /// <summary>The <see cref="Point"/> at which the process sends itself a signal; null: nowhere.</summary>
    public string? At { get; init; }

    /// <summary>Stop there, to be continued by somebody else, instead of being killed.</summary>
    public bool Stops { get; init; }

    /// <summary>Report ready and wait for a line before beginning.</summary>
    public bool Waits { get; init; }

    /// <summary>False: the key's lock is always free.</summary>
    public bool Locks { get; init; } = true;

    /// <summary>False: a write goes over whatever version is there, and over another write.</summary>
    public bool Compares { get; init; } = true;

    /// <summary>False: the records die with the process.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>The longest time of one request, and F. A run that waits for it wants a short one, any other one that suffices on a busy machine.</summary>
    public TimeSpan Flight { get; init; } = LongFlight;

    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public ResourceKey Key => new(Job.Scope, Semel.Processes.Kind.Of(Kind).Model, Instance);

    public SemelOptions Options => new()
    {
        CreateTimeout = Flight,
        ReadTimeout = Flight,
        FlightTime = Flight,
        ListLag = ListLag,
        PollInterval = TimeSpan.FromMilliseconds(20),
        LockTimeout = LockTimeout,
    };

    /// <summary>Orders that are separated by <c>then</c>, each of them to be done before the next.</summary>
    public static Order Parse(IReadOnlyList<string> arguments)
    {
        var end = arguments.Count - 1;
        while (end >= 0 && arguments[end] != Then) end--;
        var values = arguments.Skip(end + 1).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new()
        {
            Address = values["address"],
            Folder = values["folder"],
            Kind = values["kind"],
            Instance = values["instance"],
            Before = end > 0 ? Parse([.. arguments.Take(end)]) : null,
            Delete = values.GetValueOrDefault("delete"),
            Create = values["create"] == "yes",
            At = values.GetValueOrDefault("at"),
            Stops = values["stops"] == "yes",
            Waits = values["waits"] == "yes",
            Locks = values["locks"] == "yes",
            Compares = values["compares"] == "yes",
            Keeps = values["keeps"] == "yes",
            Flight = Milliseconds(values["flight"]),
            LockTimeout = Milliseconds(values["lock-timeout"]),
        };
    }

    public IReadOnlyList<string> ToArguments() =>
    [
        .. Before is { } before ? [.. before.ToArguments(), Then] : Array.Empty<string>(),
        $"address={Address}",
        $"folder={Folder}",
        $"kind={Kind}",
        $"instance={Instance}",
        .. Delete is null ? [] : new[] { $"delete={Delete}" },
        $"create={YesNo(Create)}",
        .. At is null ? [] : new[] { $"at={At}" },
        $"stops={YesNo(Stops)}",
        $"waits={YesNo(Waits)}",
        $"locks={YesNo(Locks)}",
        $"compares={YesNo(Compares)}",
        $"keeps={YesNo(Keeps)}",
        $"flight={Flight.TotalMilliseconds:0}",
        $"lock-timeout={LockTimeout.TotalMilliseconds:0}",
    ];

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
}
