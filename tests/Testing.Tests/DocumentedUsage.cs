using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Semel.Testing.Tests;

/// <summary>The example of docs/testing.md, compiled and run.</summary>
public sealed class DocumentedUsage
{
    [Fact]
    public async Task LostReply_LeavesOneNetwork()
    {
        // example
        await using CloudServer cloud = await CloudServer.StartAsync();
        using HttpClient http = cloud.CreateClient();
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
    public void Page_ShowsTheCompiledExample()
    {
        string source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DocumentedUsage.cs"));
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "testing.md"));
        string compiled = Between(source, "        // example\n", "        // end of example\n");
        string shown = Between(page, "```csharp\n", "```\n");
        Assert.Equal(string.Join('\n', compiled.Split('\n').Select(line => line.Length > 8 ? line[8..] : "")), shown);
    }

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
