using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>A client of the small cloud as people write them: it knows nothing of Semel.</summary>
internal sealed class CloudApi(HttpClient http)
{
    public async Task<Thing> PostAsync(string kind, ThingCreate create, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/{kind}") { Content = JsonContent.Create(BodyOf(kind, create)) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request, cancellationToken);
        return await ThingAsync(response, cancellationToken);
    }

    public async Task PutAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync($"v1/buckets/{name}", new JsonObject { ["region"] = "north-1" }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<Thing?> GetAsync(string kind, string id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"v1/{kind}/{id}", cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ThingAsync(response, cancellationToken);
    }

    public async Task<List<Thing>> ListAsync(string kind, string query, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"v1/{kind}?per_page=200&{query}", cancellationToken);
        response.EnsureSuccessStatusCode();
        var page = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return [.. page![kind]!.AsArray().Select(item => ThingOf((JsonObject)item!))];
    }

    public async Task DeleteAsync(string kind, string id, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync($"v1/{kind}/{id}", cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static JsonObject BodyOf(string kind, ThingCreate create) => kind switch
    {
        "networks" => new() { ["name"] = create.Name, ["range"] = "10.0.0.0/24" },
        "volumes" => new() { ["name"] = create.Name, ["size_gib"] = 10, ["region"] = "north-1" },
        "certificates" => new() { ["signing_request"] = create.Name },
        _ => new() { ["name"] = create.Name, ["region"] = "north-1", ["size"] = "small", ["image"] = "debian-13", ["tags"] = new JsonArray([.. create.Tags.Select(tag => (JsonNode)tag)]) },
    };

    private static async Task<Thing> ThingAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return ThingOf((JsonObject)reply!.Single().Value!);
    }

    private static Thing ThingOf(JsonObject json) => new(
        json["id"]?.ToString() ?? "", json["name"]?.ToString() ?? "", [.. (json["tags"] as JsonArray ?? []).Select(tag => tag!.ToString())]);
}
