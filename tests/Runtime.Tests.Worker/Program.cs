using System.Text.Json.Nodes;
using Semel;

// A second process for tests that need one: it dies, races or holds a lock as its arguments say, and reports on its standard output.
var (command, folder) = (args[0], args[1]);
var repository = new FileDataRepository(folder);
var key = new ResourceKey("prod", "Droplets", "web-1");

switch (command)
{
    case "write":
        await WriteAsync();
        return 0;
    case "write-in-place":
        WriteInPlace();
        return 0;
    case "race":
        await RaceAsync(tasks: int.Parse(args[2]));
        return 0;
    case "hold":
        await HoldAsync();
        return 0;
    case "domain":
        Console.WriteLine(repository.LockDomain);
        return 0;
    case "trim":
        await TrimAsync();
        return 0;
    case "identity":
        Console.WriteLine(IdempotencyKey.Create(key.Scope, key.Model, key.Instance, 1));
        Console.WriteLine(Marker.For(key, 1));
        return 0;
    default:
        throw new ArgumentException($"No command is called {command}.");
}

// one version after the other; each is reported once it is written
async Task WriteAsync()
{
    var count = int.Parse(args[2]);
    var version = (await repository.FindAsync(key))?.Version ?? 0;
    for (var write = 0; write < count; write++)
    {
        var written = await repository.TryWriteAsync(Live(size: 100 + write % 4000), version)
            ?? throw new InvalidOperationException("Somebody else writes.");
        version = written.Version;
        Console.WriteLine(version);
    }
}

// what a repository without temporary files would do
void WriteInPlace()
{
    var path = args[2];
    var content = File.ReadAllBytes(path);
    while (true)
    {
        using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            foreach (var chunk in content.Chunk(8)) stream.Write(chunk);
        }
        Console.WriteLine("written");
    }
}

async Task RaceAsync(int tasks)
{
    Console.WriteLine("ready");
    Console.ReadLine();
    var results = await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(async () => await repository.TryWriteAsync(Live(size: 100), 0))));
    Console.WriteLine(results.Count(result => result is not null));
}

async Task HoldAsync()
{
    await using var held = await repository.TryLockAsync(key, new Runner(Environment.MachineName, Environment.ProcessId, "run", repository.LockDomain, DateTimeOffset.UnixEpoch), TimeSpan.Zero);
    Console.WriteLine(held is null ? "busy" : $"held by {Environment.ProcessId}");
    Console.ReadLine();
}

// as much as may be
async Task TrimAsync()
{
    Console.WriteLine("ready");
    Console.ReadLine();
    var removed = await repository.TrimHistoryAsync(key.Scope, new Retention(), dryRun: false);
    Console.WriteLine($"removed {removed.Sum(one => one.Count)}");
}

LiveRecord Live(int size) => new()
{
    Key = key,
    Generation = 1,
    Id = "3164494",
    Attributes = new JsonObject { ["name"] = "web-1", ["filling"] = new string('x', size) },
    CreatedAt = DateTimeOffset.UnixEpoch,
    Provenance = new(DateTimeOffset.UnixEpoch, "run", $"worker/{Environment.ProcessId}", "a test"),
};
