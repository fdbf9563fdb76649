namespace Semel.Samples.Analyzers.SEM4002;

/// <summary>The remedy.</summary>
public sealed class After(Servers servers)
{
    public async Task RunAsync(ServerRequest request)
    {
        var web = await servers.CreateAsync("web", request);
        if (web.Outcome is Outcome.Created) await servers.DeleteAsync(web.Id);
    }
}
