using System.Text.Json.Nodes;

namespace Semel.HandWritten.Tests;

/// <summary>A client as people write them: it knows nothing of Semel.</summary>
internal sealed class ItemsApi(HttpClient http)
{
    public Task<Item> PostAsync(ItemCreate create, string? key, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/things") { Content = Body(create) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return ItemAsync(request, cancellationToken);
    }

    /// <summary>Creates at the address that the client chose, and overwrites nothing there.</summary>
    public Task<Item> PutAsync(string id, ItemCreate create, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/things/{id}") { Content = Body(create) };
        request.Headers.IfNoneMatch.Add(System.Net.Http.Headers.EntityTagHeaderValue.Any);
        return ItemAsync(request, cancellationToken);
    }

    public Task<Item> GetAsync(string id, CancellationToken cancellationToken) => ItemAsync(new(HttpMethod.Get, $"/things/{id}"), cancellationToken);

    /// <summary>Every page.</summary>
    public async Task<IReadOnlyList<Item>> ListAsync(string query, CancellationToken cancellationToken)
    {
        var items = new List<Item>();
        for (var next = $"/things{query}"; next is not null;)
        {
            var page = await SendAsync(new(HttpMethod.Get, next), cancellationToken).ConfigureAwait(false);
            items.AddRange(page!["things"]!.AsArray().Select(item => Read(item!)));
            next = (string?)page["links"]!["next"];
        }

        return items;
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Delete, $"/things/{id}"), cancellationToken);

    private async Task<Item> ItemAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Read((await SendAsync(request, cancellationToken).ConfigureAwait(false))!["thing"]!);

    private async Task<JsonNode?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return request.Method == HttpMethod.Delete ? null : await JsonNode.ParseAsync(body, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static Item Read(JsonNode json) => new((string?)json["id"] ?? "", (string)json["name"]!, (string?)json["size"] ?? "", (string?)json["status"] ?? "", [.. (json["tags"] as JsonArray ?? []).Select(tag => (string)tag!)]);

    private static ByteArrayContent Body(ItemCreate create) => new(JsonCanonical.GetBytes(new JsonObject
    {
        ["name"] = create.Name,
        ["owner"] = create.Owner,
        ["size"] = create.Size,
        ["secret"] = create.Secret,
        ["tags"] = new JsonArray([.. create.Tags.Select(tag => (JsonNode)tag)]),
    }));
}
