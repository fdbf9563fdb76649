using System.Text;
using System.Text.Json;
using HeldOut.Platform;

namespace HeldOut.Talk;

// what tells, asks, measures, converts: nothing of it makes something that should be there once
public sealed class ChatNotifier(HttpClient http, string hookUrl)
{
    public async Task NotifyDeploymentAsync(string version)
    {
        var payload = new { text = $"Deployed {version}", username = "deploys" };
        using var response = await http.PostAsync(hookUrl, new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
    }

    public Task PostMessageAsync(string channel, string text) => http.PostAsJsonAsync("https://slack.example.com/api/chat.postMessage", new { channel, text });
}

public sealed class SmsSender(HttpClient http, string account)
{
    public async Task SendSmsAsync(string to, string body)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["To"] = to, ["Body"] = body });
        await http.PostAsync($"2010-04-01/Accounts/{account}/Messages.json", form);
    }
}

public sealed class MailSender(HttpClient client)
{
    public async Task SendEmailAsync(string email, string subject, string body)
    {
        var message = new { from = "noreply@example.com", to = email, subject, body };
        var response = await client.PostAsJsonAsync("https://api.mail.example.com/v3/mail/send", message);
        response.EnsureSuccessStatusCode();
    }
}

public sealed class LogShipper(HttpClient http)
{
    private readonly List<string> _buffer = [];

    public async Task FlushAsync(CancellationToken token)
    {
        var lines = string.Join("\n", _buffer);
        _buffer.Clear();
        await http.PostAsync("loki/api/v1/push", new StringContent(lines), token);
    }

    public Task TrackEventAsync(string name) => http.PostAsJsonAsync("v2/track", new { name });

    public async Task CreateLogEntryAsync(string text) => await http.PostAsJsonAsync("api/logs", new { text });
}

public sealed class IssuesGraph(HttpClient http)
{
    public async Task<string> CreateIssueAsync(string repositoryId, string title)
    {
        var request = new { query = "mutation($r: ID!, $t: String!) { createIssue(input: {repositoryId: $r, title: $t}) { issue { id } } }", variables = new { r = repositoryId, t = title } };
        var response = await http.PostAsJsonAsync("graphql", request);
        return await response.Content.ReadAsStringAsync();
    }
}

public sealed class TokenClient(HttpClient http)
{
    private string? _token;

    public async Task<string> RequestClientCredentialsTokenAsync(string id, string secret)
    {
        if (_token is not null) return _token;
        var request = new HttpRequestMessage(HttpMethod.Post, "connect/token") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret }) };
        var response = await http.SendAsync(request);
        return _token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async Task<string> CreateAccessTokenAsync(string user) => await (await http.PostAsJsonAsync("api/tokens", new { user })).Content.ReadAsStringAsync();
}

public sealed class SearchClient(HttpClient http)
{
    public async Task<string> SearchAsync(string index, object query) => await (await http.PostAsJsonAsync($"{index}/_search", query)).Content.ReadAsStringAsync();

    public async Task BulkInsertAsync(string index, string lines) => await http.PostAsync($"{index}/_bulk", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"));
}

public sealed class DocumentConverter(HttpClient http)
{
    public async Task<byte[]> CreatePdfAsync(string html)
    {
        var response = await http.PostAsync("pdf", new StringContent(html, Encoding.UTF8, "text/html"));
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<Stream> CreateThumbnailAsync(Stream image)
    {
        var response = await http.PostAsync("thumbnails", new StreamContent(image));
        return await response.Content.ReadAsStreamAsync();
    }

    public async Task<byte[]> GeneratePdfAsync(string html) => await (await http.PostAsJsonAsync("/pdfs/generate/html", new { html })).Content.ReadAsByteArrayAsync();
}

public sealed class Rooms(IHubConnection hub)
{
    public Task CreateRoomAsync(string name) => hub.SendAsync("CreateRoom", name);

    public Task<string> CreatePostAsync(string text) => hub.InvokeAsync<string>("Post", text);
}

public interface ILedger { Task PostAsync(string account, decimal amount); }
public sealed class Accounting(ILedger ledger)
{
    public async Task CreateJournalEntryAsync(string account, decimal amount)
    {
        await ledger.PostAsync(account, amount);
        await ledger.PostAsync("balance", -amount);
    }
}

public sealed class OrderPublisher(IBus bus, HttpClient broker)
{
    public Task CreateOrderAsync(string number) => bus.Send(new { number });

    public Task PublishAsync(string exchange, object message) => broker.PostAsJsonAsync($"api/exchanges/%2F/{exchange}/publish", message);
}

public interface IBooksGrpc { Task<string> CreateBookAsync(object request); }
public sealed class Library(IBooksGrpc client)
{
    public Task<string> CreateBookAsync(string title) => client.CreateBookAsync(new { title });
}

public sealed class Uploader(HttpClient http)
{
    public async Task UploadPhotoAsync(Stream photo)
    {
        using var content = new MultipartFormDataContent { { new StreamContent(photo), "photo", "photo.jpg" } };
        using var response = await http.PostAsync("api/photos", content);
        response.EnsureSuccessStatusCode();
    }

    public async Task<string> [|SEM3002:CreateDocumentAsync|](string folder, Stream file)
    {
        using var content = new MultipartFormDataContent { { new StreamContent(file), "file", "a.pdf" } };
        using var response = await http.PostAsync($"api/folders/{folder}/documents", content);
        return await response.Content.ReadAsStringAsync();
    }
}

public sealed class SoapInvoices(HttpClient http)
{
    public async Task<string> [|SEM3002:CreateInvoiceAsync|](string number, decimal amount)
    {
        var envelope = $"<s:Envelope><s:Body><CreateInvoice><Number>{number}</Number><Amount>{amount}</Amount></CreateInvoice></s:Body></s:Envelope>";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/InvoiceService.asmx");
        request.Content = new StringContent(envelope, Encoding.UTF8, "text/xml");
        request.Headers.Add("SOAPAction", "http://example.com/CreateInvoice");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
