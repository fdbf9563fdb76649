namespace Semel.Samples.Analyzers.SEM4004;

/// <summary>What the rule warns of.</summary>
public sealed class Before(Servers servers)
{
    public void Run(ServerRequest request) => _ = servers.CreateAsync("web", request);
}
