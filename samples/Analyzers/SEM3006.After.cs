using System.Net;

namespace Semel.Samples.Analyzers.SEM3006;

/// <summary>The remedy.</summary>
public sealed class After(ICloudClient cloud)
{
    public async Task<Server> EnsureAsync(string id, ServerRequest request)
    {
        try
        {
            return await cloud.GetServerAsync(id);
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return await cloud.CreateServerAsync(request);
        }
    }
}
