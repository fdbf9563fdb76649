using Semel.Testing;

namespace Semel.Processes;

/// <summary>A small cloud and a folder of records, for runs of one kind of resource.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("semel-").FullName;

    private Stage(Kind kind, CloudServer cloud) => (Kind, Cloud) = (kind, cloud);

    public Kind Kind { get; }

    public CloudServer Cloud { get; }

    public FileDataRepository Repository => new(folder);

    /// <summary>How many resources the server ever made.</summary>
    public int Made => Cloud.Applied.Where(applied => applied.Method != "DELETE").DistinctBy(applied => applied.Id).Count();

    public static async Task<Stage> StartAsync(Kind kind, CloudOptions? options = null) => new(kind, await CloudServer.StartAsync(options));

    /// <summary>An order to ensure an instance; with a short flight time where a create in doubt waits for it.</summary>
    public Order Order(string instance) => new()
    {
        Address = Cloud.BaseAddress.ToString(),
        Folder = folder,
        Kind = Kind.Name,
        Instance = instance,
        Flight = Kind.Guarantee == Guarantee.Marker ? Processes.Order.ShortFlight : Processes.Order.LongFlight,
    };

    public ValueTask<ResourceRecord?> RecordAsync(string instance) => Repository.FindAsync(Order(instance).Key);

    /// <summary>The ids of an instance's resources that are alive on the server.</summary>
    public IReadOnlyList<string> Live(string instance) =>
        [.. Cloud.Live(Kind.Collection).Where(resource => (string?)resource["name"] == instance).Select(resource => (resource["id"] ?? resource["name"])!.ToString())];

    /// <summary>Scripts a fault for the create of any instance.</summary>
    public FaultTrigger OnCreate() => Kind.Puts ? Cloud.Faults.On("PUT", $"/v1/{Kind.Collection}/{{id}}") : Cloud.Faults.On("POST", $"/v1/{Kind.Collection}");

    /// <summary>So many creates have arrived.</summary>
    public Task ReceivedAsync(int creates) => Eventually.IsAsync(() => Cloud.Mutations.Count >= creates, $"{creates} creates have arrived");

    /// <summary>Whatever has arrived is applied or refused.</summary>
    public Task AnsweredAsync() => Eventually.IsAsync(() => Cloud.Mutations.All(request => request.Status is not null), "every request is answered");

    /// <summary>A run in this process.</summary>
    public static Task<Report> RunHereAsync(Order order) => Job.RunAsync(order, Trace.None);

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
