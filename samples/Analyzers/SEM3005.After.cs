namespace Semel.Samples.Analyzers.SEM3005;

/// <summary>The remedy.</summary>
public sealed class After(ICloudClient cloud)
{
    public Task EnsureAsync(string name, string value) => cloud.SetSecretAsync(name, value);
}
