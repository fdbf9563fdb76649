namespace Semel.Runtime.Tests.Http;

/// <summary>An operation with a server of its own is sent where the program says that this server is, and nowhere else.</summary>
public sealed class OwnServerTests
{
    private const string Uploads = "https://uploads.example.com";

    [Theory]
    [InlineData("", "/x?a=1")]
    [InlineData("/api", "/api/x?a=1")]
    [InlineData("/api/", "/api/x?a=1")]
    public async Task ServerThatIsSet_IsSentTo(string path, string target)
    {
        await using var api = await LoopbackApi.StartAsync(204);
        await using var uploads = await LoopbackApi.StartAsync(204);
        using var http = api.NewClient();

        await Client(http, (Uploads, new Uri(uploads.Address, path))).SendAsync(new ApiRequest(HttpMethod.Post, "/x").Server(Uploads).Query("a", 1L));

        Assert.Equal(target, Assert.Single(uploads.Seen).Target);
        Assert.Empty(api.Seen);
    }

    /// <summary>A path, and an address of the same origin, need no setting: the program has set the origin.</summary>
    [Theory]
    [InlineData("/v3", "/v3/x")]
    [InlineData("ORIGIN/v3", "/v3/x")]
    [InlineData("v3", "/base/v3/x")]
    public async Task ServerOfTheSameOrigin_NeedsNoSetting(string server, string target)
    {
        await using var api = await LoopbackApi.StartAsync(204);
        using var http = api.NewClient();
        http.BaseAddress = new Uri(api.Address, "/base/");

        await Client(http).SendAsync(new ApiRequest(HttpMethod.Get, "/x").Server(server.Replace("ORIGIN", api.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)));

        Assert.Equal(target, Assert.Single(api.Seen).Target);
    }

    [Theory]
    [InlineData(Uploads)]
    [InlineData("https://{zone}.example.com")]
    [InlineData("//uploads.example.com")]
    [InlineData("/v{version}")]
    public async Task ServerThatIsNotSet_IsSentNothing(string server)
    {
        await using var api = await LoopbackApi.StartAsync(204);
        using var http = api.NewClient();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Client(http).SendAsync(new ApiRequest(HttpMethod.Get, "/x").Server(server)));

        Assert.Equal($"The operation is served at {server}, which is not the address of the HttpClient: set SemelOptions.Servers[\"{server}\"] to where it is to be sent.", error.Message);
        Assert.Empty(api.Seen);
    }

    [Fact]
    public async Task NextPage_IsAskedAtTheSameServer_AndItsAddressAtNoOther()
    {
        await using var api = await LoopbackApi.StartAsync(200, "[]");
        await using var other = await LoopbackApi.StartAsync(200, "{\"items\":[\"a\"],\"next\":\"" + api.Address + "\"}");
        using var http = api.NewClient();
        var list = Client(http, (Uploads, other.Address)).ListAsync(new ApiRequest(HttpMethod.Get, "/x").Server(Uploads), Codec.String, "items", new NextAddressPaging("next"), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<ApiException>(async () => { await foreach (var _ in list) { } });

        Assert.Contains("another origin", error.Message, StringComparison.Ordinal);
        Assert.Empty(api.Seen);
        Assert.Single(other.Seen);
    }

    [Theory]
    [InlineData("ftp://uploads.example.com")]
    [InlineData("https://uploads.example.com?x=1")]
    [InlineData("https://user@uploads.example.com")]
    public void AddressThatIsNone_IsRefused(string address)
    {
        var options = new SemelOptions();
        options.Servers[Uploads] = new Uri(address);

        Assert.Throws<ArgumentOutOfRangeException>(() => NoRepository.Context(options: options));
    }

    private static ApiClient Client(HttpClient http, params (string Server, Uri Address)[] servers)
    {
        var options = new SemelOptions();
        foreach (var (server, address) in servers) options.Servers[server] = address;
        return new ApiClient(http, NoRepository.Context(options: options));
    }
}
