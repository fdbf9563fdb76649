using System.Text;
using System.Text.Json;
using HeldOut.Platform;

namespace HeldOut.Last;

public record Item(string Id, string Name);

// a home automation hub: services are called, states are set, a scene is made
public sealed class Hub(HttpClient http)
{
    public async Task TurnOnAsync(string light) => await http.PostAsJsonAsync("api/services/light/turn_on", new { entity_id = light });

    public async Task FireEventAsync(string name) => await http.PostAsJsonAsync($"api/events/{name}", new { });

    public async Task<string> RenderTemplateAsync(string template) => await (await http.PostAsJsonAsync("api/template", new { template })).Content.ReadAsStringAsync();

    public async Task [|SEM3002:CreateSceneAsync|](string id, object states) => (await http.PostAsJsonAsync("api/config/scene/config", new { id, states })).EnsureSuccessStatusCode();
}

// accounting: the API's own number keeps it apart
public sealed class Bookkeeping(IHttpClientFactory factory, ILogger<Bookkeeping> logger)
{
    public async Task<Item?> [|SEM3002:CreateVoucherAsync|](decimal amount, string text)
    {
        using var client = factory.CreateClient("books");
        try
        {
            var reply = await client.PostAsJsonAsync("vouchers", new { amount, text });
            if (!reply.IsSuccessStatusCode)
            {
                logger.LogInformation("No voucher: {Status}", reply.StatusCode);
                return null;
            }

            return await reply.Content.ReadFromJsonAsync<Item>();
        }
        catch (HttpRequestException e)
        {
            logger.LogError(e, "No voucher");
            return null;
        }
    }

    public async Task<Item?> CreateVoucherOnceAsync(string number, decimal amount)
    {
        using var client = factory.CreateClient("books");
        var known = await client.GetFromJsonAsync<Item[]>($"vouchers?number={number}");
        if (known is { Length: > 0 }) return known[0];
        var reply = await client.PostAsJsonAsync("vouchers", new { number, amount });
        return await reply.Content.ReadFromJsonAsync<Item>();
    }
}

// translation, recognition, risk: creates by name only
public sealed class Cognition(HttpClient http)
{
    public async Task<string> CreateTranscriptAsync(Stream audio) => await (await http.PostAsync("v1/speech:recognize", new StreamContent(audio))).Content.ReadAsStringAsync();

    public async Task<string> CreateSummaryAsync(string text) => await (await http.PostAsJsonAsync("v1/text/summarize", new { text })).Content.ReadAsStringAsync();

    public async Task<double> CreateRiskScoreAsync(object order) => await (await http.PostAsJsonAsync("v1/risk/evaluate", order)).Content.ReadFromJsonAsync<double>();

    public async Task<double[]> MakePredictionAsync(object features) => (await (await http.PostAsJsonAsync("invocations", features)).Content.ReadFromJsonAsync<double[]>())!;
}

// game servers: matchmaking, leaderboards
public sealed class Lobby(HttpClient http, IHubConnection hub)
{
    public async Task<Item> [|SEM3002:CreateMatchAsync|](string map) => (await (await http.PostAsJsonAsync("matches", new { map })).Content.ReadFromJsonAsync<Item>())!;

    public Task JoinAsync(string match) => http.PostAsJsonAsync($"matches/{match}/join", new { });

    public Task SubmitScoreAsync(string board, long score) => http.PostAsJsonAsync($"leaderboards/{board}/score", new { score });

    public Task OpenDoorAsync(string door) => hub.SendAsync("Open", door);
}

// an indexer for documents: identity in the path or in the body
public sealed class Indexer(HttpClient http)
{
    public async Task AddDocumentsAsync(string index, object[] documents) => await http.PostAsJsonAsync($"indexes/{index}/docs/index", new { value = documents });

    public async Task CreateIndexAsync(string index, object mapping) => (await http.PutAsJsonAsync(index, mapping)).EnsureSuccessStatusCode();

    public async Task InsertAsync(string id, object document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"_doc/{id}?op_type=create") { Content = JsonContent.Create(document) };
        using var response = await http.SendAsync(request);
        if (response.StatusCode is HttpStatusCode.Conflict) return;
        response.EnsureSuccessStatusCode();
    }
}

// a desktop program's view model, and its dialogs
public sealed class NotesViewModel(HttpClient http)
{
    private readonly List<Item> _notes = [];

    public string Text { get; set; } = "";

    public async void [|SEM3002:AddNote_Click|](object sender, EventArgs args)
    {
        var reply = await http.PostAsync("notes", new StringContent(Text, Encoding.UTF8));
        _notes.Add(JsonSerializer.Deserialize<Item>(await reply.Content.ReadAsStringAsync())!);
    }

    public void NewNote() => _notes.Add(new Item("", ""));

    public async Task DeleteNoteAsync(Item note)
    {
        await http.DeleteAsync($"notes/{note.Id}");
        _notes.Remove(note);
    }
}

// webhooks received and passed on
public sealed class Forwarder(HttpClient http)
{
    public async Task<IActionResult> PostAsync(string payload)
    {
        await http.PostAsync("https://internal.example.com/events", new StringContent(payload));
        return new Result(202);
    }

    public async Task [|SEM3002:RegisterWebhookAsync|](string url) => await http.PostAsJsonAsync("api/v1/webhooks", new { url });
}

// sagas: what was reserved is kept in the saga itself
public sealed class BookingSaga(HttpClient http)
{
    public string? ReservationId { get; private set; }

    public async Task ReserveSeatAsync(string flight)
    {
        if (ReservationId is not null) return;
        var reply = await http.PostAsJsonAsync("reservations", new { flight });
        ReservationId = (await reply.Content.ReadFromJsonAsync<Item>())!.Id;
    }

    public async Task CompensateAsync()
    {
        if (ReservationId is null) return;
        await http.PostAsync($"reservations/{ReservationId}/cancel", new ByteArrayContent([]));
    }
}

// a program that takes its verb from its arguments
public sealed class Curl(HttpClient http)
{
    public async Task<string> SendAsync(string method, string url, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null) request.Content = new StringContent(body);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
