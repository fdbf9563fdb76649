namespace Semel.Samples.Analyzers.SEM4004;

/// <summary>The remedy.</summary>
public sealed class After(Servers servers)
{
    public Task RunAsync(ServerRequest request) => servers.CreateAsync("web", request);
}
