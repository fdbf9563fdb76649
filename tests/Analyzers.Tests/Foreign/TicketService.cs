using RestSharp;

namespace HelpDesk;

public class Ticket { public int Id { get; set; } public string? Subject { get; set; } public string? ExternalRef { get; set; } }
public class TicketList { public List<Ticket> Tickets { get; set; } = new(); }
public class Attachment { public string Token { get; set; } = ""; }

public class TicketService
{
    private readonly IRestClient _client;
    private readonly string _apiKey;

    public TicketService(IRestClient client, string apiKey)
    {
        _client = client;
        _apiKey = apiKey;
    }

    public async Task<Ticket?> GetTicket(int id)
    {
        var request = new RestRequest("tickets/{id}.json");
        request.AddUrlSegment("id", id.ToString());
        var response = await _client.ExecuteAsync<Ticket>(Authorized(request));
        return response.Data;
    }

    public async Task<Ticket> [|SEM3002:CreateTicket|](string subject, string body)
    {
        var request = new RestRequest("tickets.json", Method.Post);
        request.AddJsonBody(new { ticket = new { subject, comment = new { body } } });
        var response = await _client.ExecuteAsync<Ticket>(Authorized(request));
        if (!response.IsSuccessful || response.Data == null)
        {
            throw new InvalidOperationException($"Creating the ticket failed: {response.StatusCode} {response.ErrorMessage}");
        }

        return response.Data;
    }

    public async Task<Ticket> CreateTicketFor(string externalRef, string subject)
    {
        var lookup = new RestRequest("search.json").AddQueryParameter("query", "type:ticket external_id:" + externalRef);
        var existing = await _client.ExecuteGetAsync<TicketList>(Authorized(lookup));
        if (existing.Data?.Tickets.Count > 0)
        {
            return existing.Data.Tickets[0];
        }

        var request = new RestRequest("tickets.json", Method.Post).AddJsonBody(new { ticket = new { subject, external_id = externalRef } });
        var response = await _client.ExecuteAsync<Ticket>(Authorized(request));
        return response.Data!;
    }

    public async Task<string> UploadAttachment(byte[] file, string name)
    {
        var request = new RestRequest("uploads.json", Method.Post);
        request.AddQueryParameter("filename", name);
        request.AddBody(file);
        var response = await _client.ExecuteAsync<Attachment>(Authorized(request));
        return response.Data!.Token;
    }

    public Task<Ticket?> CloseTicket(int id)
    {
        var request = new RestRequest($"tickets/{id}/close.json", Method.Post);
        return _client.PostAsync<Ticket>(Authorized(request));
    }

    private RestRequest Authorized(RestRequest request) => request.AddHeader("Authorization", "Basic " + _apiKey);
}
