namespace Semel.Samples.Analyzers.SEM3008;

/// <summary>What the rule warns of.</summary>
public sealed class Before(ICloudClient cloud)
{
    public async Task<Server?> FindAsync(string name) => (await cloud.ListServersAsync()).FirstOrDefault(server => server.Name == name);
}
