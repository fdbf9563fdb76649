using CloudModels;

namespace Semel.Processes;

/// <summary>A kind of resource, and how it is ensured and deleted.</summary>
/// <param name="Name">Names it in orders and in the names of tests.</param>
/// <param name="Model">The model's name in resource keys.</param>
/// <param name="Guarantee">What its API lets Semel promise.</param>
/// <param name="Collection">Its path in the API without the version: <c>servers</c>.</param>
/// <param name="Create">Ensures the resource of an instance.</param>
/// <param name="Delete">Deletes the resource of an id.</param>
internal sealed record Kind(
    string Name, string Model, Guarantee Guarantee, string Collection,
    Func<HttpClient, SemelContext, string, Task<Report>> Create,
    Func<HttpClient, SemelContext, string, Task> Delete)
{
    /// <summary>Those of the small cloud: one for each guarantee.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("buckets", nameof(Buckets), Guarantee.Natural, "buckets",
            async (http, semel, instance) => Report.Of(await new Buckets(http, semel).CreateAsync(instance, new BucketRequest { Region = "north-1" })),
            (http, semel, id) => new Buckets(http, semel).DeleteAsync(id)),
        new("volumes", nameof(Volumes), Guarantee.Replay, "volumes",
            async (http, semel, instance) => Report.Of(await new Volumes(http, semel).CreateAsync(instance, new VolumeRequest { Name = instance, SizeGib = 10, Region = "north-1" })),
            (http, semel, id) => new Volumes(http, semel).DeleteAsync(id)),
        new("networks", nameof(Networks), Guarantee.UniqueName, "networks",
            async (http, semel, instance) => Report.Of(await new Networks(http, semel).CreateAsync(instance, new NetworkRequest { Name = instance, Range = "10.10.0.0/16" })),
            (http, semel, id) => new Networks(http, semel).DeleteAsync(id)),
        new("servers", nameof(Servers), Guarantee.Marker, "servers",
            async (http, semel, instance) => Report.Of(await new Servers(http, semel).CreateAsync(instance, Server(instance))),
            (http, semel, id) => new Servers(http, semel).DeleteAsync(long.Parse(id))),
        new("unmarked", nameof(UnmarkedServers), Guarantee.AtMostOnce, "servers",
            async (http, semel, instance) => Report.Of(await new UnmarkedServers(http, semel).CreateAsync(instance, Server(instance))),
            (http, semel, id) => new UnmarkedServers(http, semel).DeleteAsync(long.Parse(id))),
    ];

    /// <summary>Servers that only their record keeps from being made twice.</summary>
    public static Kind Unlooked { get; } = new("unlooked", nameof(UnlookedServers), Guarantee.Marker, "servers",
        async (http, semel, instance) => Report.Of(await new UnlookedServers(http, semel).CreateAsync(instance, Server(instance))),
        (http, semel, id) => new UnlookedServers(http, semel).DeleteAsync(long.Parse(id)));

    /// <summary>Servers that are read until they are ready, and databases that an operation makes.</summary>
    public static IReadOnlyList<Kind> Slow { get; } =
    [
        new("awaited", nameof(AwaitedServers), Guarantee.Marker, "servers",
            async (http, semel, instance) => Report.Of(await new AwaitedServers(http, semel).CreateAsync(instance, Server(instance))),
            (http, semel, id) => new AwaitedServers(http, semel).DeleteAsync(long.Parse(id))),
        new("databases", nameof(Databases), Guarantee.Marker, "databases",
            async (http, semel, instance) => Report.Of(await new Databases(http, semel).CreateAsync(instance, new DatabaseRequest { Name = instance, Engine = "postgresql", Region = "north-1" })),
            (http, semel, id) => new Databases(http, semel).DeleteAsync(id)),
    ];

    /// <summary>What was ensured as <c>before</c> and is wanted otherwise: deleted and created, created and deleted, updated.</summary>
    public static IReadOnlyList<Kind> Drifting { get; } = [.. new[] { "before", "after" }.SelectMany(Drifted)];

    private static IEnumerable<Kind> Drifted(string input)
    {
        yield return new($"replaced-{input}", nameof(ReplacedServers), Guarantee.Marker, "servers",
            async (http, semel, instance) => Report.Of(await new ReplacedServers(http, semel).CreateAsync(instance, Server(instance, input))),
            (http, semel, id) => new ReplacedServers(http, semel).DeleteAsync(long.Parse(id)));
        yield return new($"renewed-{input}", nameof(RenewedServers), Guarantee.Marker, "servers",
            async (http, semel, instance) => Report.Of(await new RenewedServers(http, semel).CreateAsync(instance, Server(instance, input))),
            (http, semel, id) => new RenewedServers(http, semel).DeleteAsync(long.Parse(id)));
        yield return new($"updated-{input}", nameof(UpdatedNetworks), Guarantee.UniqueName, "networks",
            async (http, semel, instance) => Report.Of(await new UpdatedNetworks(http, semel).CreateAsync(instance, new NetworkRequest { Name = instance, Range = "10.10.0.0/16", Description = input })),
            (http, semel, id) => new UpdatedNetworks(http, semel).DeleteAsync(id));
    }

#if ALERTMANAGER
    /// <summary>Those of Alertmanager; null where its document was not there when this was built.</summary>
    public static Kind? Silences { get; } = new("silences", nameof(Silences), Guarantee.Marker, "silences",
        async (http, semel, instance) => Report.Of(await new Silences(http, semel).CreateAsync(instance, Processes.Silences.Of(instance))),
        (http, semel, id) => new Silences(http, semel).DeleteAsync(id));
#else
    public static Kind? Silences => null;
#endif

    /// <summary>A create is a PUT on an address that the client chooses.</summary>
    public bool Puts => Guarantee == Guarantee.Natural;

    /// <summary>The points of its first create: a PUT that only creates needs no look before it.</summary>
    public IReadOnlyList<string> Points => Puts ? [.. Point.OfCreate.Where(point => !point.StartsWith("get-", StringComparison.Ordinal))] : Point.OfCreate;

    /// <summary>Its place among all, from 0.</summary>
    public int Number => All.Index().Single(kind => kind.Item == this).Index;

    public static Kind Of(string name) => All.Append(Unlooked).Concat(Slow).Concat(Drifting).Concat(Silences is { } silences ? [silences] : []).Single(kind => kind.Name == name);

    public override string ToString() => Name;

    private static ServerRequest Server(string instance, string image = "debian-13") => new() { Name = instance, Region = "north-1", Size = "small", Image = image };
}
