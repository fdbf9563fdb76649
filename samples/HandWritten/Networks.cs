using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Semel;

namespace InternalApi;

#region partial
/// <summary>The networks of an internal API without a document: the attribute is all that makes the create idempotent.</summary>
public sealed partial class Networks(HttpClient http, SemelContext semel)
{
    /// <summary>Makes sure that a network is there.</summary>
    [Idempotent(Key = "name", Read = nameof(GetAsync), Find = nameof(FindAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt)]
    public partial Task<Ensured<Network>> CreateAsync(string name, string range, CancellationToken cancellationToken = default);

    /// <summary>One network; null where there is none of that id.</summary>
    public async Task<Network?> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync($"v1/networks/{id}", cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, cancellationToken);
    }

    /// <summary>The networks of a name: names are unique, so it is one or none.</summary>
    public async Task<IReadOnlyList<Network>> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var found = await http.GetFromJsonAsync<JsonElement>($"v1/networks?name={Uri.EscapeDataString(name)}", cancellationToken);
        return [.. found.GetProperty("networks").EnumerateArray().Select(Network.Of)];
    }

    // what was CreateAsync before: it sends one POST, and nothing after it
    private async Task<Network> CreateCoreAsync(string name, string range, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("v1/networks", new { name, range }, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    private static async Task<Network> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.EnsureSuccessStatusCode();
        return Network.Of((await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("network"));
    }
}
#endregion
