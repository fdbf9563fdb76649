namespace Semel.Samples.Analyzers.SEM3004;

/// <summary>The remedy.</summary>
public sealed class After(ICloudClient cloud, IServerStore store)
{
    public async Task RunAsync(ServerRequest request)
    {
        var server = await cloud.CreateServerAsync(request);
        await store.SaveAsync(request.Name, server.Id);
        await cloud.WaitAsync(server.Id);
    }
}
