namespace Semel.Samples.Analyzers.SEM3015;

/// <summary>The remedy.</summary>
public sealed class After(Servers servers)
{
    public async Task RunAsync(ServerRequest small, ServerRequest large)
    {
        await servers.CreateAsync("web-1", small);
        await servers.CreateAsync("web-2", large);
    }
}
