namespace Semel.Samples.Analyzers.SEM3008;

/// <summary>The remedy.</summary>
public sealed class After(ICloudClient cloud)
{
    public async Task<Server?> FindAsync(string name) => (await cloud.ListServersAsync()).SingleOrDefault(server => server.Name == name);
}
