using System.Globalization;

namespace Semel.Processes;

/// <summary>What a worker is to do; it goes to the process as <c>name=value</c> arguments.</summary>
internal sealed record Order
{
    public required string Address { get; init; }

    public required string Folder { get; init; }

    /// <summary>A <see cref="Kind"/>.</summary>
    public required string Kind { get; init; }

    public string Instance { get; init; } = "web-1";

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

    /// <summary>False: the key's lock is always free, and files are written without theirs.</summary>
    public bool Locks { get; init; } = true;

    /// <summary>False: a write goes over whatever version is there.</summary>
    public bool Compares { get; init; } = true;

    /// <summary>The longest time of one POST, and F: enough for a process that starts on a busy machine.</summary>
    public TimeSpan Flight { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public SemelOptions Options => new()
    {
        CreateTimeout = Flight,
        FlightTime = Flight,
        ListLag = TimeSpan.FromMilliseconds(100),
        LockTimeout = LockTimeout,
    };

    public static Order Parse(IEnumerable<string> arguments)
    {
        var values = arguments.Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new()
        {
            Address = values["address"],
            Folder = values["folder"],
            Kind = values["kind"],
            Instance = values["instance"],
            Delete = values.GetValueOrDefault("delete"),
            Create = values["create"] == "yes",
            At = values.GetValueOrDefault("at"),
            Stops = values["stops"] == "yes",
            Waits = values["waits"] == "yes",
            Locks = values["locks"] == "yes",
            Compares = values["compares"] == "yes",
            Flight = Milliseconds(values["flight"]),
            LockTimeout = Milliseconds(values["lock-timeout"]),
        };
    }

    public IEnumerable<string> ToArguments()
    {
        yield return $"address={Address}";
        yield return $"folder={Folder}";
        yield return $"kind={Kind}";
        yield return $"instance={Instance}";
        if (Delete is not null) yield return $"delete={Delete}";
        yield return $"create={YesNo(Create)}";
        if (At is not null) yield return $"at={At}";
        yield return $"stops={YesNo(Stops)}";
        yield return $"waits={YesNo(Waits)}";
        yield return $"locks={YesNo(Locks)}";
        yield return $"compares={YesNo(Compares)}";
        yield return $"flight={Flight.TotalMilliseconds:0}";
        yield return $"lock-timeout={LockTimeout.TotalMilliseconds:0}";
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
}
