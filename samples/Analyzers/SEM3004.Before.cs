namespace Semel.Samples.Analyzers.SEM3004;

/// <summary>What the rule warns of.</summary>
public sealed class Before(ICloudClient cloud, IServerStore store)
{
    public async Task RunAsync(ServerRequest request)
    {
        var server = await cloud.CreateServerAsync(request);
        await cloud.WaitAsync(server.Id);
        await store.SaveAsync(request.Name, server.Id);
    }
}
