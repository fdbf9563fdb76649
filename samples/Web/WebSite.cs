using CloudModels;

namespace Semel.Samples.Web;

/// <summary>What the program provisions: a network, a tag, two servers, a load balancer and a firewall.</summary>
internal sealed class WebSite(HttpClient http, SemelContext semel, Report report)
{
    private readonly Networks _networks = new(http, semel);
    private readonly Tags _tags = new(http, semel);
    private readonly Servers _servers = new(http, semel);
    private readonly LoadBalancers _balancers = new(http, semel);
    private readonly Firewalls _firewalls = new(http, semel);

    /// <summary>Brings up everything that is not there yet. A step whose input failed is skipped; run it again when the cause is fixed.</summary>
    public async Task ProvisionAsync(string range)
    {
        var network = await report.StepAsync("network web", () => _networks.CreateAsync(new() { Name = "web", Range = range }));
        var tag = await report.StepAsync("tag web", () => _tags.CreateAsync(new() { Name = "web" }));

        var servers = new List<Ensured<Server>>();
        foreach (var name in new[] { "web-1", "web-2" })
        {
            var server = await report.StepAsync($"server {name}", [network, tag], () => _servers.CreateAsync(new()
            {
                Name = name,
                Region = "north-1",
                Size = "small",
                Image = "debian-13",
                NetworkId = network!.Id,
                Tags = [tag!.Id],
            }));
            if (server is not null) servers.Add(server);
        }

        var balancer = await report.StepAsync("load balancer web", servers.Count == 2 ? [network] : [null], () => _balancers.CreateAsync(new()
        {
            Name = "web",
            ServerIds = [.. servers.Select(server => server.Value.Id)],
            ForwardingRules = [new() { EntryProtocol = "tcp", EntryPort = 443, TargetProtocol = "tcp", TargetPort = 8080 }],
        }));
        await report.StepAsync("firewall web", [balancer], () => _firewalls.CreateAsync(new()
        {
            Name = "web",
            ServerIds = [.. servers.Select(server => server.Value.Id)],
            InboundRules = [new() { Protocol = "tcp", Ports = "443", Sources = ["0.0.0.0/0"] }],
        }));
    }
}
