using CloudModels;
using Semel.Workflows;

namespace Semel.Samples.Web;

/// <summary>What the program provisions.</summary>
internal static class WebSite
{
    /// <summary>A network, a tag, two servers, a load balancer and a firewall: each step says what it creates, and what of other steps it needs for that.</summary>
    public static Workflow Define(HttpClient http, SemelContext semel, string range)
    {
        #region workflow
        var workflow = new Workflow("web");
        var network = workflow.Create("network", new Networks(http, semel).CreateAsync, new NetworkRequest { Name = "web", Range = range });
        var tag = workflow.Create("tag", new Tags(http, semel).CreateAsync, new TagRequest { Name = "web" });
        var servers = workflow.CreateEach("server", ["web-1", "web-2"], new Servers(http, semel).CreateAsync, (network, tag), (name, network, tag) => new ServerRequest
        {
            Name = name,
            Region = "north-1",
            Size = "small",
            Image = "debian-13",
            NetworkId = network.Id,
            Tags = [tag.Id],
        });
        var balancer = workflow.Create("balancer", new LoadBalancers(http, semel).CreateAsync, servers, servers => new LoadBalancerRequest
        {
            Name = "web",
            ServerIds = [.. servers.Select(server => server.Value.Id)],
            ForwardingRules = [new() { EntryProtocol = "tcp", EntryPort = 443, TargetProtocol = "tcp", TargetPort = 8080 }],
        });
        workflow.Create("firewall", new Firewalls(http, semel).CreateAsync, (balancer, servers), (_, servers) => new FirewallRequest
        {
            Name = "web",
            ServerIds = [.. servers.Select(server => server.Value.Id)],
            InboundRules = [new() { Protocol = "tcp", Ports = "443", Sources = ["0.0.0.0/0"] }],
        });
        #endregion
        return workflow;
    }
}
