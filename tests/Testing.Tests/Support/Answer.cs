using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Testing.Tests.Support;

/// <summary>A reply that was read whole.</summary>
internal sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string Error => (string)Json["id"]!;

    public string Message => (string)Json["message"]!;

    /// <summary>The resource inside the envelope.</summary>
    public JsonObject Resource => Json.Single().Value!.AsObject();

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

internal static class HttpClientExtensions
{
    public static Task<Answer> CreateAsync(this HttpClient http, string kind, string json, CancellationToken cancellationToken = default) =>
        http.SendAsync("POST", $"/v1/{kind}", json, cancellationToken);

    public static Task<Answer> ReadAsync(this HttpClient http, string path) => http.SendAsync("GET", path);

    public static async Task<Answer> SendAsync(
        this HttpClient http, string method, string path, string? json = null, CancellationToken cancellationToken = default,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        var received = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, text, received);
    }
}
