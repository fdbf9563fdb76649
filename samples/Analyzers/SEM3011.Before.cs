using System.Net.Http.Json;

namespace Semel.Samples.Analyzers.SEM3011;

/// <summary>What the rule warns of.</summary>
public sealed class Before(HttpClient http)
{
    [NonIdempotent("")]
    public Task CreateServerAsync(ServerRequest request) => http.PostAsJsonAsync("/servers", request);
}
