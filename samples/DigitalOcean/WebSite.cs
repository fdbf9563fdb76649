using BundledModels;
using Semel.Workflows;

namespace Semel.Samples.DigitalOcean;

/// <summary>A network, a tag, two droplets, a load balancer and a firewall at DigitalOcean.</summary>
internal static class WebSite
{
    public static Workflow Define(HttpClient http, SemelContext semel, string region)
    {
        var workflow = new Workflow("web");
        var vpc = workflow.Step("vpc", run => new Vpcs(http, semel).CreateAsync(new() { Name = "web", Region = region, IpRange = "10.10.0.0/20" }, run.CancellationToken));
        var tag = workflow.Step("tag", run => new Tags(http, semel).CreateAsync(new() { Name = "web" }, run.CancellationToken));
        var droplets = workflow.ForEach("droplet", ["web-1", "web-2"], (vpc, tag), (run, name, vpc, tag) => new Droplets(http, semel).CreateAsync(new()
        {
            Name = name,
            Region = region,
            Size = "s-1vcpu-1gb",
            Image = "debian-12",
            Tags = [tag.Id],
            VpcUuid = vpc.Id,
        }, run.CancellationToken));
        var balancer = workflow.Step("balancer", droplets, (run, droplets) => new LoadBalancers(http, semel).CreateAsync(new()
        {
            Name = "web",
            Region = region,
            DropletIds = [.. droplets.Select(droplet => droplet.Value.Id)],
            ForwardingRules = [new() { EntryProtocol = "http", EntryPort = 80, TargetProtocol = "http", TargetPort = 8080 }],
        }, run.CancellationToken));
        workflow.Step("firewall", (balancer, droplets), (run, _, droplets) => new Firewalls(http, semel).CreateAsync(new()
        {
            Name = "web",
            DropletIds = [.. droplets.Select(droplet => droplet.Value.Id)],
            InboundRules = [new() { Protocol = "tcp", Ports = "80", Sources = new() { Addresses = ["0.0.0.0/0"] } }],
        }, run.CancellationToken));
        return workflow;
    }
}
