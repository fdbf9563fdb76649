using System.Net.Http.Json;

namespace Semel.Samples.Analyzers.SEM3002;

/// <summary>The remedy.</summary>
public sealed class After(HttpClient http)
{
    public async Task<Server> CreateServerAsync(ServerRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/servers") { Content = JsonContent.Create(request) };
        message.Headers.Add("Idempotency-Key", $"{request.Region}/{request.Name}");
        return await Replies.ReadAsync(await http.SendAsync(message));
    }
}
