using System.CommandLine;
using Semel;
using Semel.CommandLine;
using Semel.CommandLine.Worker;
using Semel.Samples.Web;

// A program like the sample's, on its workflow or on one with secrets. The environment says when it dies, how much later it runs, and whether it remembers.
var death = new Death(Environment.GetEnvironmentVariable("SEMEL_DIE_AT"));
var later = TimeSpan.FromMinutes(int.Parse(Environment.GetEnvironmentVariable("SEMEL_LATER") ?? "0"));
var forgets = Environment.GetEnvironmentVariable("SEMEL_FORGETS") is not null;
var leaks = Environment.GetEnvironmentVariable("SEMEL_LEAKS") is not null;

var workflow = new Option<string>("--workflow") { Description = "web, vault or many", DefaultValueFactory = _ => "web" };
var secret = new Option<string>("--secret") { Description = "What must not be shown", DefaultValueFactory = _ => "none" };
var label = new Option<string>("--label") { Description = "What may be shown", DefaultValueFactory = _ => "debian-13" };
var count = new Option<int>("--count") { Description = "How many servers", DefaultValueFactory = _ => 1 };
var options = new SemelAppOptions
{
    Scope = "demo",
    More = [workflow, secret, label, count],
    OpenRepository = folder => new DyingRepository(forgets ? new MemoryDataRepository() : new FileDataRepository(folder), death),
    TimeProvider = new LaterTime(later),
};
return await SemelApp.RunAsync(args, options, (semel, parse) =>
{
    var http = new HttpClient(new DyingHandler(death, leaks)) { BaseAddress = Environment.GetEnvironmentVariable("CLOUD_API") is { Length: > 0 } address ? new(address) : null };
    return parse.GetValue(workflow) switch
    {
        "web" => WebSite.Define(http, semel, "10.0.0.0/24"),
        "vault" => Vault.Define(http, semel, parse.GetValue(secret)!, parse.GetValue(label)!),
        _ => Many.Define(http, semel, parse.GetValue(count)),
    };
});
