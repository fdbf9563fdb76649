using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Semel.Workflows.Tests;

/// <summary>A server, as a client written by hand shows it.</summary>
internal sealed record HandMadeServer(string Id, string Name, IReadOnlyList<string> Tags)
{
    public static HandMadeServer Of(JsonNode json) => new(json["id"]!.ToString(), json["name"]!.ToString(), [.. json["tags"]!.AsArray().Select(tag => tag!.ToString())]);
}

/// <summary>Servers whose create is written by hand, with all that the attribute can name.</summary>
internal sealed partial class HandMadeServers(HttpClient http, SemelContext semel)
{
    [Idempotent(Key = "name", Read = nameof(GetAsync), List = nameof(ListAsync), Delete = nameof(DeleteAsync), Marker = "Tags")]
    public partial Task<Ensured<HandMadeServer>> CreateAsync(string name, CancellationToken cancellationToken = default);

    public async Task<HandMadeServer?> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync($"v1/servers/{id}", cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : HandMadeServer.Of((await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["server"]!);
    }

    public async Task<IReadOnlyList<HandMadeServer>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await http.GetFromJsonAsync<JsonNode>("v1/servers?per_page=200", cancellationToken))!["servers"]!.AsArray().Select(server => HandMadeServer.Of(server!))];

    public async Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        using var response = await http.DeleteAsync($"v1/servers/{id}", cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task<HandMadeServer> CreateCoreAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("v1/servers", new { name, region = "north-1", size = "small", image = "debian-13", tags = attempt.Tags }, cancellationToken);
        return HandMadeServer.Of((await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["server"]!);
    }
}
