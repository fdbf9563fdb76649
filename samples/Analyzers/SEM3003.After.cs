using System.Net.Http.Json;

namespace Semel.Samples.Analyzers.SEM3003;

/// <summary>The remedy.</summary>
public sealed class After(HttpClient http)
{
    public async Task<Server> BookAsync(ServerRequest request, string idempotencyKey)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, "/bookings") { Content = JsonContent.Create(request) };
                message.Headers.Add("Idempotency-Key", idempotencyKey);
                return await Replies.ReadAsync(await http.SendAsync(message));
            }
            catch (HttpRequestException) when (attempt < 3)
            {
            }
        }
    }
}
