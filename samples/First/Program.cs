// The first example of the README: one server of the small cloud. Give it the address of an API and a token.
#region first
using CloudModels;
using Semel;

var semel = new SemelContext(new FileDataRepository(".semel"), scope: "prod");
var http = new HttpClient { BaseAddress = new(args[0]), DefaultRequestHeaders = { Authorization = new("Bearer", args[1]) } };
var servers = new Servers(http, semel);
Ensured<Server> web = await servers.CreateAsync(new() { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" });
Console.WriteLine($"{web.Outcome} {web.Id}");

[ExtensionModel("cloud.yaml", "/v1/servers")]
public sealed partial class Servers;
#endregion
