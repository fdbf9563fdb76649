namespace Semel.Samples.Analyzers.SEM4002;

/// <summary>What the rule warns of.</summary>
public sealed class Before(Servers servers)
{
    public async Task RunAsync(ServerRequest request)
    {
        var web = await servers.CreateAsync("web", request);
        await servers.DeleteAsync(web.Id);
    }
}
