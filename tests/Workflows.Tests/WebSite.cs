using CloudModels;

namespace Semel.Workflows.Tests;

/// <summary>The headline: a network, a tag, two servers, a load balancer and a firewall.</summary>
internal static class WebSite
{
    public const string Wrong = "10.0.0.0/99";
    public const string Right = "10.0.0.0/24";

    public static Workflow Define(HttpClient http, SemelContext semel, string range = Right, Teardown teardown = Teardown.Never)
    {
        var workflow = new Workflow("web") { Teardown = teardown };
        var network = workflow.Create("network", new Networks(http, semel).CreateAsync, new NetworkRequest { Name = "web", Range = range });
        var tag = workflow.Create("tag", new Tags(http, semel).CreateAsync, new TagRequest { Name = "web" });
        var servers = workflow.CreateEach("server", ["web-1", "web-2"], new Servers(http, semel).CreateAsync, (network, tag), (name, network, tag) => Stage.Server(name, network.Id, tag.Id));
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
        return workflow;
    }

    public static Workflow Define(Stage stage, string range = Right, Teardown teardown = Teardown.Never) => Define(stage.Http, stage.Semel, range, teardown);
}
