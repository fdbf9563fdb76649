using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Semel.Testing.Tests;

/// <summary>The examples of docs/testing.md, compiled and run.</summary>
public sealed class DocumentedUsage
{
    [Fact]
    public async Task LostReply_LeavesOneNetwork()
    {
        // example
        await using CloudServer cloud = await CloudServer.StartAsync(new CloudOptions { Token = "token" });
        using HttpClient http = cloud.CreateClient(); // at cloud.BaseAddress, with the token as a bearer token
        Fault lost = cloud.Faults.On("POST", "/v1/networks").LoseReply().Once();

        await Assert.ThrowsAsync<HttpRequestException>(() => EnsureNetworkAsync(http, "web"));
        await lost.Hit;
        string id = await EnsureNetworkAsync(http, "web");

        JsonObject network = Assert.Single(cloud.Live(CloudKind.Networks));
        Assert.Equal(id, (string?)network["id"]);
        Assert.Equal(1, cloud.Posts(CloudKind.Networks));
        Assert.Single(cloud.Applied);
        // end of example
    }

    /// <summary>The user's own code: it looks before it creates.</summary>
    private static async Task<string> EnsureNetworkAsync(HttpClient http, string name)
    {
        var found = await http.GetFromJsonAsync<JsonObject>($"/v1/networks?name={name}");
        if (found!["networks"]!.AsArray() is [{ } existing, ..]) return (string)existing["id"]!;
        using HttpResponseMessage response = await http.PostAsJsonAsync("/v1/networks", new { name, range = "10.10.0.0/16" });
        var created = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
        return (string)created!["network"]!["id"]!;
    }

    [Fact]
    public async Task ClientThatKeepsOnlyWhatItMade_IsCaught()
    {
        // naive client
        static async Task<string> CreateVolumeAsync(HttpClient http, string name, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/volumes");
            request.Headers.Add("Idempotency-Key", key);
            request.Content = JsonContent.Create(new { name, size_gib = 50, region = "north-1" });
            using HttpResponseMessage response = await http.SendAsync(request);
            var created = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
            return (string)created!["volume"]!["id"]!;
        }

        var made = new Dictionary<string, string>(); // in a program a table or a file

        async Task<string> EnsureVolumeAsync(HttpClient http, string name)
        {
            if (made.TryGetValue(name, out string? id)) return id;
            return made[name] = await CreateVolumeAsync(http, name, key: Guid.NewGuid().ToString());
        }

        await using CloudServer cloud = await CloudServer.StartAsync();
        ExactlyOnceException caught = await Assert.ThrowsAsync<ExactlyOnceException>(() =>
            ExactlyOnce.AssertAsync(cloud, CloudKind.Volumes, run => EnsureVolumeAsync(run.Http, run.Name)));
        // end of naive client

        Assert.Equal(Shown("```text\n").TrimEnd(), caught.Message);
    }

    [Fact]
    public async Task ClientThatKeepsItsKey_CreatesOneUnderEveryFault()
    {
        static async Task<string> CreateVolumeAsync(HttpClient http, string name, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/volumes") { Headers = { { "Idempotency-Key", key } } };
            request.Content = JsonContent.Create(new { name, size_gib = 50, region = "north-1" });
            using HttpResponseMessage response = await http.SendAsync(request);
            var created = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>();
            return (string)created!["volume"]!["id"]!;
        }

        // correct client
        var keys = new Dictionary<string, string>(); // written before anything is sent

        Task<string> EnsureVolumeAsync(HttpClient http, string name)
        {
            if (!keys.TryGetValue(name, out string? key)) keys[name] = key = Guid.NewGuid().ToString();
            return CreateVolumeAsync(http, name, key);
        }

        await using CloudServer cloud = await CloudServer.StartAsync();
        ExactlyOnceReport report = await ExactlyOnce.AssertAsync(cloud, CloudKind.Volumes, run => EnsureVolumeAsync(run.Http, run.Name));
        Assert.All(report.Rows, row => Assert.Single(row.LiveIds));
        // end of correct client

        Assert.Equal(CreateFault.All.Count, cloud.Count(CloudKind.Volumes));
    }

    [Fact]
    public async Task FaultsInFrontOfAnyServer_AreScriptedInAHandler()
    {
        await using CloudServer cloud = await CloudServer.StartAsync();
        Uri address = cloud.BaseAddress;

        // handler
        var faults = new FaultHandler(new SocketsHttpHandler());
        faults.On("POST", "/v1/networks").LoseReply().Skip(1);
        using var http = new HttpClient(faults) { BaseAddress = address };
        // end of handler

        await EnsureNetworkAsync(http, "one");
        await Assert.ThrowsAsync<HttpRequestException>(() => EnsureNetworkAsync(http, "two"));
        Assert.Equal(2, cloud.Count(CloudKind.Networks));
    }

    [Theory]
    [InlineData("example")]
    [InlineData("naive client")]
    [InlineData("correct client")]
    [InlineData("handler")]
    public void Page_ShowsTheCompiledExample(string name)
    {
        string source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DocumentedUsage.cs"));
        string compiled = Between(source, $"        // {name}\n", $"        // end of {name}\n");
        string text = string.Join('\n', compiled.Split('\n').Select(line => line.Length > 8 ? line[8..] : ""));
        Assert.Contains($"```csharp\n{text}```\n", Page);
    }

    private static string Page => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "testing.md"));

    private static string Shown(string fence) => Between(Page, fence, "```\n");

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
