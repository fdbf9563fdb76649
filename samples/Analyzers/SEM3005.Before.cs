namespace Semel.Samples.Analyzers.SEM3005;

/// <summary>What the rule warns of.</summary>
public sealed class Before(ICloudClient cloud)
{
    public async Task EnsureAsync(string name, string value)
    {
        if (await cloud.SecretExistsAsync(name)) return;
        await cloud.SetSecretAsync(name, value);
    }
}
