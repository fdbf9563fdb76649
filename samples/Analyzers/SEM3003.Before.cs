using System.Net.Http.Json;

namespace Semel.Samples.Analyzers.SEM3003;

/// <summary>What the rule warns of.</summary>
public sealed class Before(HttpClient http)
{
    public async Task<Server> BookAsync(ServerRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Replies.ReadAsync(await http.PostAsJsonAsync("/bookings", request));
            }
            catch (HttpRequestException) when (attempt < 3)
            {
            }
        }
    }
}
