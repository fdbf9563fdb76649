using System.Diagnostics;
using System.Globalization;
using System.Text;
using CloudModels;

namespace Semel.Benchmarks;

/// <summary>Servers whose first create doesn't look before it posts.</summary>
[ExtensionModel("cloud.yaml", "/v1/servers", LookFirst = false)]
public sealed partial class UnlookedServers;

/// <summary>What the protocol adds to a create, and how near durable creates come to what the disk allows.</summary>
internal static class ProtocolBenchmark
{
    private const int Rounds = 15, Batch = 1000, DiskRounds = 7;
    private static readonly int[] AtOnce = [1, 8, 64];

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| an ensured create, records in memory, no network | µs | bytes allocated |");
        Console.WriteLine("|---|--:|--:|");
        await MemoryAsync();
        Console.WriteLine();
        Console.WriteLine("| durable creates, records in files | " + string.Join(" | ", AtOnce.Select(count => $"{count} at once")) + " |");
        Console.WriteLine("|---|" + string.Concat(AtOnce.Select(_ => "--:|")));
        await FilesAsync();
        return 0;
    }

    /// <summary>All in turn, round by round, so that a change of the machine's mood meets all of them.</summary>
    private static async Task MemoryAsync()
    {
        var cloud = new MemoryCloud();
        using var http = MemoryCloud.NewClient(cloud);
        var costs = new Dictionary<string, List<Cost>>();
        for (var round = -3; round < Rounds; round++) // the first three warm up
        {
            var semel = new SemelContext(new MemoryDataRepository(), "benchmark");
            var (looked, unlooked) = (new Servers(http, semel), new UnlookedServers(http, semel));
            var bare = await MeasureAsync(number => PostAsync(http, number));
            var first = await MeasureAsync(number => unlooked.CreateAsync(Request(number)));
            var firstLooked = await MeasureAsync(number => looked.CreateAsync(Request(number)));
            var reuse = await MeasureAsync(number => unlooked.CreateAsync(Request(number)));
            if (cloud.Creates % (3 * Batch) != 0) throw new InvalidOperationException($"{cloud.Creates} creates: a reuse posted.");
            if (round < 0) continue;
            Add("bare HttpClient POST, reply parsed", bare);
            Add("first create", first);
            Add("first create less the bare POST: what the protocol adds", first - bare);
            Add("first create that looks for itself before (one GET more)", firstLooked);
            Add("reuse: the record is there", reuse);
        }

        foreach (var (what, list) in costs) Console.WriteLine($"| {what} | {Number(Middle(list.Select(cost => cost.Microseconds)))} | {Middle(list.Select(cost => cost.Bytes)):F0} |");

        void Add(string what, Cost cost)
        {
            if (!costs.TryGetValue(what, out var list)) costs.Add(what, list = []);
            list.Add(cost);
        }
    }

    private static async Task FilesAsync()
    {
        ThreadPool.SetMinThreads(AtOnce[^1] + 8, 8); // both write synchronously: neither shall wait for the pool to grow
        using var http = MemoryCloud.NewClient(new MemoryCloud());
        var columns = new List<DiskResult>();
        foreach (var atOnce in AtOnce) columns.Add(await DiskResult.MedianAsync(DiskRounds, http, atOnce));
        Row("creates per second", result => result.Creates);
        Row("durable writes per second, plain loop on the same disk", result => result.Writes);
        Row("durable writes of a create", result => result.WritesPerCreate);
        Row("bytes of a file, in both", result => result.Bytes);
        Row("creates : plain durable writes", result => result.Ratio);
        Row("durable writes of creates : plain durable writes (1 = as fast as the disk)", result => result.Ratio * result.WritesPerCreate);

        void Row(string what, Func<DiskResult, double> value) => Console.WriteLine($"| {what} | {string.Join(" | ", columns.Select(column => Number(value(column))))} |");
    }

    internal static ServerRequest Request(int number) => new() { Name = $"web-{number}", Region = "north-1", Size = "small", Image = "debian-13" };

    internal static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static async Task PostAsync(HttpClient http, int number)
    {
        using var body = new StringContent($$"""{"image":"debian-13","name":"web-{{number}}","region":"north-1","size":"small"}""", Encoding.UTF8, "application/json");
        using var reply = await http.PostAsync("/v1/servers", body);
        using var json = System.Text.Json.JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync());
        if (json.RootElement.GetProperty("server").GetProperty("id").GetInt64() == 0) throw new InvalidOperationException("no id");
    }

    private static async Task<Cost> MeasureAsync(Func<int, Task> create)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < Batch; number++) await create(number);
        return new(watch.Elapsed.TotalMicroseconds / Batch, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)Batch);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);

    private sealed record Cost(double Microseconds, double Bytes)
    {
        public static Cost operator -(Cost all, Cost part) => new(all.Microseconds - part.Microseconds, all.Bytes - part.Bytes);
    }
}
