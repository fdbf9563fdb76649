using System.Text.Json.Nodes;
using CloudModels;
using Semel;

// A second process for tests that need one: it dies, races, holds a lock or creates as its arguments say, and reports on its standard
// output. The connection string comes by the environment, because it holds a password.
var (command, schema, folder) = (args[0], args[1], args[2]);
await using var postgres = new PostgreSqlDataRepository(Environment.GetEnvironmentVariable("SEMEL_TEST_DATABASE")!, schema, folder);
var key = new ResourceKey("prod", "Droplets", "web-1");

switch (command)
{
    case "write":
        await WriteAsync(count: int.Parse(args[3]));
        return 0;
    case "race":
        await RaceAsync(tasks: int.Parse(args[3]));
        return 0;
    case "open":
        Console.WriteLine("ready");
        Console.ReadLine();
        Console.WriteLine(await postgres.FindAsync(key) is null ? "empty" : "found");
        return 0;
    case "hold":
        await HoldAsync();
        return 0;
    case "create":
        await CreateAsync(new(args[3]), model: args[4], guards: args[5] == "guarded");
        return 0;
    default:
        throw new ArgumentException($"No command is called {command}.");
}

// one version after the other; each is reported once it is written
async Task WriteAsync(int count)
{
    var version = (await postgres.FindAsync(key))?.Version ?? 0;
    for (var write = 0; write < count; write++)
    {
        var written = await postgres.TryWriteAsync(Live(size: 100 + write % 4000), version) ?? throw new InvalidOperationException("Somebody else writes.");
        version = written.Version;
        Console.WriteLine(version);
    }
}

async Task RaceAsync(int tasks)
{
    Console.WriteLine("ready");
    Console.ReadLine();
    var results = await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(async () => await postgres.TryWriteAsync(Live(size: 100), 0))));
    Console.WriteLine(results.Count(result => result is not null));
}

async Task HoldAsync()
{
    await using var held = await postgres.TryLockAsync(key, new Runner(Environment.MachineName, Environment.ProcessId, "run", postgres.LockDomain, DateTimeOffset.UnixEpoch), TimeSpan.Zero);
    Console.WriteLine(held is null ? "busy" : $"held by {Environment.ProcessId}");
    Console.ReadLine();
}

async Task CreateAsync(Uri address, string model, bool guards)
{
    using var http = new HttpClient { BaseAddress = address };
    var flight = TimeSpan.FromSeconds(30);
    var options = new SemelOptions { CreateTimeout = flight, FlightTime = flight, ListLag = TimeSpan.FromMilliseconds(100), LockTimeout = TimeSpan.FromSeconds(60) };
    var semel = new SemelContext(guards ? postgres : new UnguardedRepository(postgres), "prod", options);
    var request = new ServerRequest { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" };
    Console.WriteLine("ready");
    Console.ReadLine();
    try
    {
        var ensured = model == nameof(Servers)
            ? await new Servers(http, semel).CreateAsync("web-1", request)
            : await new UnmarkedServers(http, semel).CreateAsync("web-1", request);
        Console.WriteLine($"{ensured.Outcome} {ensured.Id}");
    }
#pragma warning disable SEM4001 // the line is the answer to the test that started this process
    catch (SemelException error)
#pragma warning restore SEM4001
    {
        Console.WriteLine($"{error.GetType().Name} {error.Message}");
    }
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
