using CloudModels;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>A look reads every page, fails loudly, and lets the server filter where it can (B6).</summary>
public sealed class LookScenarios
{
    /// <summary>A list that the server cannot filter, so that the look has to turn every page itself.</summary>
    private static readonly ResourceDescriptor Unfiltered = new()
    {
        Model = "Servers",
        Guarantee = Guarantee.AtMostOnce,
        CreatePath = "/v1/servers",
        CreateEnvelope = "server",
        Id = "id",
        List = new("/v1/servers", "servers", new PageNumberPaging("page", "per_page", 200, "links.pages.next", "meta.total")),
        NameInRequest = "name",
        NameInResource = "name",
        OnExists = OnExists.Adopt,
    };

    [Fact]
    [Trait("Feature", "B6")]
    public async Task MatchOnPageSeven_IsFoundByTheLook_AndNothingIsPosted()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.PageSizeCap = 10;
        var other = scenario.Cloud.Seed(CloudKind.Servers, """{"name":"other","region":"north-1","size":"small","image":"debian-13"}""");
        scenario.Cloud.AddDuplicates(CloudKind.Servers, other, 63);
        var wanted = scenario.Cloud.Seed(CloudKind.Servers, """{"name":"web-1","region":"north-1","size":"small","image":"debian-13"}""");

        var adopted = await new ResourceClient<Server>(scenario.Http, scenario.Semel, Unfiltered).CreateAsync("web-1", Scenario.Web1, [], CancellationToken.None);

        Assert.Equal((Outcome.Adopted, wanted), (adopted.Outcome, adopted.Id));
        Assert.Equal(["GET", "GET", "GET", "GET", "GET", "GET", "GET"], scenario.Cloud.Requests.Select(request => request.Method));
    }

    /// <summary>The collection itself is not there: the address is wrong.</summary>
    [Fact]
    [Trait("Feature", "B6")]
    public async Task ListThatIsNotThere_SaysWhatTheBaseAddressIs()
    {
        await using var scenario = await Scenario.StartAsync();
        using var http = scenario.Cloud.CreateClient();
        http.BaseAddress = new Uri(http.BaseAddress!, "/v2/");

        var error = await Assert.ThrowsAsync<UnknownException>(() => new Servers(http, scenario.Semel).CreateAsync(Scenario.Web1));

        Assert.StartsWith("test/Servers/web-1 is left as it is: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"HttpClient.BaseAddress is {http.BaseAddress}: it needs the path", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "B6")]
    public async Task AListOfSevenPages_IsReadWhole()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.PageSizeCap = 10;
        for (var number = 1; number <= 65; number++) scenario.Cloud.Seed(CloudKind.Firewalls, $$"""{"name":"f{{number}}","inbound_rules":[]}""");
        var ids = new List<string>();
        await foreach (var firewall in new Firewalls(scenario.Http, scenario.Semel).ListAsync()) ids.Add(firewall.Name);
        Assert.Equal(65, ids.Distinct().Count());
        Assert.Equal(7, scenario.Cloud.Requests.Count);
    }

    [Fact]
    [Trait("Feature", "A13")]
    public async Task AServerThatIsDown_IsNamed_AndNothingIsRecorded()
    {
        await using var scenario = await Scenario.StartAsync();
        var address = scenario.Cloud.BaseAddress;
        await scenario.Cloud.DisposeAsync();
        using var http = new HttpClient { BaseAddress = address };
        var exception = await Assert.ThrowsAsync<UnknownException>(() => new Servers(http, scenario.Semel).CreateAsync(Scenario.Web1));
        Assert.Contains($"no connection to {address.Authority}", exception.Message, StringComparison.Ordinal);
        Assert.Null(await scenario.RecordAsync());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [Trait("Feature", "B6")]
    public async Task FailureOnPageThree_IsAnError_AndNothingIsPosted(int status)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.PageSizeCap = 1;
        var id = scenario.Cloud.Seed(CloudKind.Servers, """{"name":"web-1","region":"north-1","size":"small","image":"debian-13"}""");
        scenario.Cloud.AddDuplicates(CloudKind.Servers, id, 5);
        scenario.Cloud.Faults.On("GET", "/v1/servers?page=3").Reject(status);

        Assert.Equal(status, (await Assert.ThrowsAsync<UnknownException>(() => new OwnedServers(scenario.Http, scenario.Semel).CreateAsync(Scenario.Web1))).Status);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "B6")]
    public async Task TenThousandServers_AreLookedThroughByTheServer_InOneCallPerFilter()
    {
        await using var scenario = await Scenario.StartAsync();
        var id = scenario.Cloud.Seed(CloudKind.Servers, """{"name":"other","region":"north-1","size":"small","image":"debian-13"}""");
        scenario.Cloud.AddDuplicates(CloudKind.Servers, id, 9_999);

        await scenario.Servers.CreateAsync(Scenario.Web1);

        var marker = Marker.For(new ResourceKey("test", "Servers", "web-1"), 1).IdentityText;
        Assert.Collection(scenario.Cloud.Requests,
            look => Assert.Contains($"tag_name={marker}", look.Query, StringComparison.Ordinal),
            look => Assert.Contains("name=web-1", look.Query, StringComparison.Ordinal),
            post => Assert.Equal("POST", post.Method));
    }
}

[ExtensionModel("cloud.yaml", "/v1/firewalls")]
public sealed partial class Firewalls;
