using System.Diagnostics;

namespace Semel.Benchmarks;

/// <summary>One column: so many creates at once, and as many plain writes at once.</summary>
/// <param name="Creates">Per second.</param>
/// <param name="Writes">Per second.</param>
/// <param name="WritesPerCreate">Each version of a record is written, and the one before it copied to the history.</param>
/// <param name="Bytes">Of such a file, on average.</param>
/// <param name="Ratio">Creates to writes: of the two of a round, which follow each other.</param>
internal sealed record DiskResult(double Creates, double Writes, double Ratio, double WritesPerCreate, double Bytes)
{
    private const int Batch = 192;

    /// <summary>Medians; creates and writes in turn, so that a change of the machine's mood meets both.</summary>
    public static async Task<DiskResult> MedianAsync(int rounds, HttpClient http, int atOnce)
    {
        var results = new List<DiskResult>();
        for (var round = -1; round < rounds; round++) // the first warms up
        {
            var result = await MeasureAsync(http, atOnce);
            if (round >= 0) results.Add(result);
        }

        return new(
            ProtocolBenchmark.Middle(results.Select(result => result.Creates)),
            ProtocolBenchmark.Middle(results.Select(result => result.Writes)),
            ProtocolBenchmark.Middle(results.Select(result => result.Ratio)),
            results[0].WritesPerCreate,
            results[0].Bytes);
    }

    private static async Task<DiskResult> MeasureAsync(HttpClient http, int atOnce)
    {
        var folder = Directory.CreateTempSubdirectory("semel-benchmark-").FullName;
        try
        {
#pragma warning disable SEM4003 // each round measures an empty repository of its own
            var repository = new FileDataRepository(folder);
#pragma warning restore SEM4003
            var servers = new UnlookedServers(http, new SemelContext(repository, "benchmark"));
            var first = await servers.CreateAsync(ProtocolBenchmark.Request(Batch)); // makes the folders
            var versions = await repository.HistoryAsync(first.Key).CountAsync();
            var creates = await RateAsync(atOnce, async number => await servers.CreateAsync(ProtocolBenchmark.Request(number)));
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Length > 0).ToList();
            var bytes = files.Average(file => file.Length);
            var loop = new DiskLoop(Directory.CreateDirectory(Path.Combine(folder, "loop")).FullName, (int)bytes);
            var writes = await RateAsync(atOnce, number =>
            {
                loop.WriteOne(number);
                return Task.CompletedTask;
            });
            return new(creates, writes, creates / writes, 2 * versions - 1, bytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> RateAsync(int atOnce, Func<int, Task> work)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Batch, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) => await work(number));
        return Batch / watch.Elapsed.TotalSeconds;
    }
}
