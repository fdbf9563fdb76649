using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;

namespace Messaging;

public sealed record Alert(string Title, string Text);
public sealed record Question(string Model, string Prompt);
public sealed record Measurement(string Name, double Value);
public sealed record GraphQuery(string Query, object? Variables);

/// <summary>POSTs all over, and none of them creates what should be there once.</summary>
public sealed class Notifications(HttpClient http, string webhookUrl)
{
    private readonly Channel<Measurement> _queue = Channel.CreateUnbounded<Measurement>();
    private string? _accessToken;

    public async Task NotifyAsync(Alert alert) => (await http.PostAsJsonAsync(webhookUrl, new { text = alert.Title + ": " + alert.Text })).EnsureSuccessStatusCode();

    public async Task<string> GetAccessTokenAsync(string clientId, string clientSecret)
    {
        if (_accessToken is not null) return _accessToken;
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = clientSecret });
        var response = await http.PostAsync("/oauth2/token", form);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>();
        return _accessToken = json.GetProperty("access_token").GetString()!;
    }

    public async Task<string> CreateChatCompletionAsync(Question question)
    {
        var response = await http.PostAsJsonAsync("/v1/chat/completions", question);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<JsonElement> ExecuteAsync(GraphQuery query)
    {
        var response = await http.PostAsJsonAsync("/graphql", query);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public ValueTask AddMeasurementAsync(Measurement measurement) => _queue.Writer.WriteAsync(measurement);

    public async Task PumpAsync(CancellationToken ct)
    {
        await foreach (var measurement in _queue.Reader.ReadAllAsync(ct))
        {
            try
            {
                await http.PostAsJsonAsync("/telemetry", measurement, ct);
            }
            catch (HttpRequestException)
            {
                // a lost measurement is no loss
            }
        }
    }

    public async Task<Uri> CreateUploadUrlAsync(string file)
    {
        var response = await http.PostAsJsonAsync("/uploads", new { file });
        return response.Headers.Location!;
    }

    public HttpRequestMessage CreateRequest(string path) => new(HttpMethod.Post, path);

    public async Task<bool> ValidateAddressAsync(string address)
    {
        var response = await http.PostAsJsonAsync("/addresses/validate", new { address });
        return response.IsSuccessStatusCode;
    }

    public async Task<string> LoginAsync(string user, string password)
    {
        var response = await http.PostAsJsonAsync("/login", new { user, password });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
