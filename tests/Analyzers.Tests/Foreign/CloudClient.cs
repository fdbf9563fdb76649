using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nimbus.Cloud;

public sealed record Instance([property: JsonPropertyName("id")] string Id, string Name, string Status);
public sealed record InstanceRequest(string Name, string Region, string Plan, string Image);
public sealed record Envelope<T>(T Data, string? NextCursor);
public sealed class CloudException(HttpStatusCode status, string body) : Exception(body) { public HttpStatusCode Status => status; }

/// <summary>A typed client as most people write one: helpers at the bottom, one method per operation.</summary>
public sealed class CloudClient : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _http;
    private readonly string _project;

    public CloudClient(HttpClient http, string project, string token)
    {
        _http = http;
        _project = project;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<Instance> GetInstanceAsync(string id, CancellationToken ct = default) =>
        GetAsync<Instance>($"/v1/projects/{_project}/instances/{id}", ct);

    public Task<Envelope<Instance[]>> ListInstancesAsync(string? cursor = null, CancellationToken ct = default) =>
        GetAsync<Envelope<Instance[]>>($"/v1/projects/{_project}/instances?cursor={cursor}", ct);

    public Task<Instance> [|SEM3002:CreateInstanceAsync|](InstanceRequest request, CancellationToken ct = default) =>
        PostAsync<Instance>($"/v1/projects/{_project}/instances", request, ct);

    public async Task<Instance> CreateInstanceAndWaitAsync(InstanceRequest request, CancellationToken ct = default)
    {
        var instance = await CreateInstanceAsync(request, ct);
        while (instance.Status != "running")
        {
            await Task.Delay(TimeSpan.FromSeconds(2), ct);
            instance = await GetInstanceAsync(instance.Id, ct);
        }

        return instance;
    }

    public async Task RebootInstanceAsync(string id, CancellationToken ct = default) =>
        await PostAsync<JsonElement>($"/v1/projects/{_project}/instances/{id}/actions/reboot", new { hard = false }, ct);

    public async Task<IReadOnlyList<Instance>> SearchInstancesAsync(string term, CancellationToken ct = default)
    {
        var found = await PostAsync<Envelope<Instance[]>>($"/v1/projects/{_project}/instances/search", new { term }, ct);
        return found.Data;
    }

    public async Task<Instance?> FindInstanceAsync(string name, CancellationToken ct = default)
    {
        for (string? cursor = null; ;)
        {
            var page = await ListInstancesAsync(cursor, ct);
            if (page.Data.FirstOrDefault(instance => instance.Name == name) is { } found) return found;
            if ((cursor = page.NextCursor) is null) return null;
        }
    }

    public async Task<string> CreateConsoleTokenAsync(string id, CancellationToken ct = default)
    {
        var reply = await PostAsync<JsonElement>($"/v1/projects/{_project}/instances/{id}/console/token", new { }, ct);
        return reply.GetProperty("token").GetString()!;
    }

    public Task DeleteInstanceAsync(string id, CancellationToken ct = default) =>
        SendAsync<JsonElement>(HttpMethod.Delete, $"/v1/projects/{_project}/instances/{id}", null, ct);

    public void Dispose() => _http.Dispose();

    private Task<T> GetAsync<T>(string path, CancellationToken ct) => SendAsync<T>(HttpMethod.Get, path, null, ct);

    private Task<T> PostAsync<T>(string path, object body, CancellationToken ct) => SendAsync<T>(HttpMethod.Post, path, body, ct);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, options: Options);
        using var response = await _http.SendAsync(request, ct).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) throw new CloudException(response.StatusCode, await response.Content.ReadAsStringAsync(ct));
        return (await response.Content.ReadFromJsonAsync<T>(Options, ct))!;
    }
}
