using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace InternalApi;

/// <summary>A client as it was before: it knows nothing of Semel.</summary>
public sealed class VolumesApi(HttpClient http) : IVolumesApi
{
    /// <inheritdoc/>
    public async Task<Volume> CreateAsync(string name, int gigabytes, CancellationToken cancellationToken = default)
    {
        using var response = await http.PostAsJsonAsync("v1/volumes", new { name, size_gib = gigabytes, region = "north-1" }, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Volume?> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync($"v1/volumes/{id}", cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, cancellationToken);
    }

    private static async Task<Volume> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.EnsureSuccessStatusCode();
        var volume = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("volume");
        return new(volume.GetProperty("id").GetString()!, volume.GetProperty("name").GetString()!);
    }
}
