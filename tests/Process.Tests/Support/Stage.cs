using Semel.Testing;

namespace Semel.Processes;

/// <summary>A small cloud and a folder of records, for the runs of one resource.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Instance = "web-1";

    private readonly string folder = Directory.CreateTempSubdirectory("semel-").FullName;

    private Stage(Kind kind, CloudServer cloud) => (Kind, Cloud) = (kind, cloud);

    public Kind Kind { get; }

    public CloudServer Cloud { get; }

    public ResourceKey Key => new("test", Kind.Model, Instance);

    public FileDataRepository Repository => new(folder);

    public Order Order => new() { Address = Cloud.BaseAddress.ToString(), Folder = folder, Kind = Kind.Name, Instance = Instance };

    public IReadOnlyList<string> Live => [.. Cloud.Live(Kind.Collection).Select(resource => resource["id"]!.ToString())];

    public static async Task<Stage> StartAsync(Kind kind) => new(kind, await CloudServer.StartAsync());

    /// <summary>A run in this process.</summary>
    public Task<Report> RunHereAsync(Order? order = null) => Job.RunAsync(order ?? Order, Trace.None(order ?? Order));

    public ValueTask<ResourceRecord?> RecordAsync() => Repository.FindAsync(Key);

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
