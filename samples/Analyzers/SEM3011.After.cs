using System.Net.Http.Json;

namespace Semel.Samples.Analyzers.SEM3011;

/// <summary>The remedy.</summary>
public sealed class After(HttpClient http)
{
    [NonIdempotent("The API itself refuses a second one.")]
    public Task CreateServerAsync(ServerRequest request) => http.PostAsJsonAsync("/servers", request);
}
