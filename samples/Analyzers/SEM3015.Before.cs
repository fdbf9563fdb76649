namespace Semel.Samples.Analyzers.SEM3015;

/// <summary>What the rule warns of.</summary>
public sealed class Before(Servers servers)
{
    public async Task RunAsync(ServerRequest small, ServerRequest large)
    {
        await servers.CreateAsync("web", small);
        await servers.CreateAsync("web", large);
    }
}
