using System.Net;

namespace Semel.Samples.Analyzers.SEM3006;

/// <summary>What the rule warns of.</summary>
public sealed class Before(ICloudClient cloud)
{
    public async Task<Server> EnsureAsync(string id, ServerRequest request)
    {
        try
        {
            return await cloud.GetServerAsync(id);
        }
        catch (Exception)
        {
            return await cloud.CreateServerAsync(request);
        }
    }
}
