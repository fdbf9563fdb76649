using System.Net.Http.Headers;
using System.Net.Http.Json;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>The headline through Prism, which judges every request and every reply of the small cloud by cloud.yaml: it is not only our own reading of it.</summary>
public sealed class PrismTests
{
    [Fact, Trait("Feature", "J1")]
    public async Task EveryRequestAndReply_OfTheHeadline_FitsTheDocument()
    {
        await using var cloud = await CloudServer.StartAsync(new CloudOptions { Token = "token" }, TestContext.Current.CancellationToken);
        await using var prism = await PrismProxy.StartAsync(Path.Combine(Repository.Root, "samples", "Web", "cloud.yaml"), cloud.BaseAddress);
        using var http = new HttpClient { BaseAddress = prism.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        var semel = new SemelContext(new MemoryDataRepository(), "test");

        var first = await WebSite.Define(http, semel).RunAsync(semel);
        Assert.True(first.Succeeded, string.Join('\n', first.Steps));
        Assert.True((await WebSite.Define(http, semel).PlanAsync(semel, new PlanOptions { Refresh = true })).IsUpToDate);
        Assert.Empty((await WebSite.Define(http, semel).CheckAsync(semel)).Findings);
        var destroyed = await WebSite.Define(http, semel).DestroyAsync(semel);
        Assert.True(destroyed.Succeeded, string.Join('\n', destroyed.Resources));
        Assert.Equal(12, cloud.Applied.Count);

        // what doesn't fit is refused here, before the cloud sees it
        var before = cloud.Requests.Count;
        using var refused = await http.PostAsJsonAsync("/v1/servers", new { name = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("prism", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, cloud.Requests.Count);
    }
}
