using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace HeldOut.Bare;

public record Card(string Id, string Name);

// creates that nothing makes safe, as programs for APIs have them
public sealed class Boards(HttpClient http, string key, string token)
{
    public async Task<Card> [|SEM3002:CreateCardAsync|](string list, string name)
    {
        var response = await http.PostAsync($"1/cards?idList={list}&name={Uri.EscapeDataString(name)}&key={key}&token={token}", [|SEM3010:null|]);
        return JsonSerializer.Deserialize<Card>(await response.Content.ReadAsStringAsync())!;
    }

    public async Task ArchiveCardAsync(string id) => await http.PutAsync($"1/cards/{id}/closed?value=true", null);
}

public sealed class SalesCloud(HttpClient http)
{
    public async Task<string> [|SEM3002:CreateAsync|](string objectName, object record)
    {
        var json = JsonSerializer.Serialize(record);
        var request = new HttpRequestMessage(HttpMethod.Post, $"services/data/v58.0/sobjects/{objectName}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        var response = await http.SendAsync(request).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync().ConfigureAwait(false);
    }

    public async Task UpsertAsync(string objectName, string id, object record) =>
        await http.SendAsync(new HttpRequestMessage(HttpMethod.Patch, $"services/data/v58.0/sobjects/{objectName}/ext__c/{id}") { Content = JsonContent.Create(record) });
}

public sealed class Payments(HttpClient http)
{
    public async Task<string> [|SEM3002:ChargeAsync|](string card, long cents)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["source"] = card, ["amount"] = cents.ToString() });
        var response = await http.PostAsync("v1/charges", form);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public async Task [|SEM3002:RefundAsync|](string charge) => (await http.PostAsJsonAsync("v1/refunds", new { charge })).EnsureSuccessStatusCode();

    public async Task CaptureAsync(string charge) => (await http.PostAsync($"v1/charges/{charge}/capture", new ByteArrayContent([]))).EnsureSuccessStatusCode();

    public async Task CancelAsync(string charge) => (await http.PostAsync($"v1/charges/{charge}/cancel", new ByteArrayContent([]))).EnsureSuccessStatusCode();
}

public abstract class BaseService(HttpClient http)
{
    protected async Task<T> PostAsync<T>(string endpoint, object body)
    {
        using var response = await http.PostAsJsonAsync(endpoint, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    protected async Task<T> SendRequestAsync<T>(HttpMethod method, string endpoint, object? body = null)
    {
        using var request = new HttpRequestMessage(method, endpoint);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }
}

public sealed class ProjectsService(HttpClient http) : BaseService(http)
{
    private const string Endpoint = "api/v4/projects";

    public Task<Card> [|SEM3002:CreateProjectAsync|](string name) => PostAsync<Card>(Endpoint, new { name });

    public Task<Card> ForkAndCreateBranchAsync(string id, string name) => CreateBranchAsync(id, name);

    public Task<Card> [|SEM3002:CreateBranchAsync|](string id, string name) => SendRequestAsync<Card>(HttpMethod.Post, $"{Endpoint}/{id}/repository/branches", new { name });

    public Task<Card> ForkAsync(string id) => PostAsync<Card>($"{Endpoint}/{id}/fork", new { });

    public Task ArchiveAsync(string id) => PostAsync<Card>($"{Endpoint}/{id}/archive", new { });
}

public static class TicketExtensions
{
    public static async Task<Card?> [|SEM3002:CreateTicketAsync|](this HttpClient client, string subject, CancellationToken cancellationToken = default)
    {
        var response = await client.PostAsJsonAsync("api/v2/tickets.json", new { ticket = new { subject } }, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized) throw new UnauthorizedAccessException();
        return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Card>(cancellationToken) : null;
    }
}

public sealed class Meetings(HttpClient http)
{
    public async Task<Card> [|SEM3002:ScheduleMeetingAsync|](DateTimeOffset start, string topic)
    {
        var response = await http.PostAsJsonAsync("v2/users/me/meetings", new { topic, start_time = start });
        return (await response.Content.ReadFromJsonAsync<Card>())!;
    }

    public Card [|SEM3002:CreateWebinar|](string topic)
    {
        var response = http.PostAsJsonAsync("v2/users/me/webinars", new { topic }).Result;
        return response.Content.ReadFromJsonAsync<Card>().GetAwaiter().GetResult()!;
    }
}

public sealed class Provisioning(HttpClient http)
{
    public async Task<List<Card>> [|SEM3002:CreateServersAsync|](IEnumerable<string> names)
    {
        var tasks = names.Select(async name =>
        {
            var response = await http.PostAsJsonAsync("v1/servers", new { name });
            return (await response.Content.ReadFromJsonAsync<Card>())!;
        });
        return [.. await Task.WhenAll(tasks)];
    }
}
