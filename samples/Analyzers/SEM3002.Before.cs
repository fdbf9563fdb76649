using System.Net.Http.Json;

namespace Semel.Samples.Analyzers.SEM3002;

/// <summary>What the rule warns of.</summary>
public sealed class Before(HttpClient http)
{
    public async Task<Server> CreateServerAsync(ServerRequest request) =>
        await Replies.ReadAsync(await http.PostAsJsonAsync("/servers", request));
}
