using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Billing.Payments;

public sealed record PaymentIntent(string Id, string Status, long Amount);
public sealed record Refund(string Id, string Status);
public sealed class RequestOptions { public string? IdempotencyKey { get; set; } public string? Account { get; set; } }

/// <summary>Stripe-like: form bodies, options that may carry a key.</summary>
public class PaymentGateway
{
    private readonly HttpClient _client;

    public PaymentGateway(HttpClient client) => _client = client;

    public Task<PaymentIntent> CreatePaymentIntentAsync(long amount, string currency, RequestOptions? options = null, CancellationToken ct = default) =>
        RequestAsync<PaymentIntent>(HttpMethod.Post, "/v1/payment_intents", new() { ["amount"] = amount.ToString(), ["currency"] = currency }, options, ct);

    public Task<PaymentIntent> GetPaymentIntentAsync(string id, CancellationToken ct = default) =>
        RequestAsync<PaymentIntent>(HttpMethod.Get, "/v1/payment_intents/" + id, null, null, ct);

    public Task<Refund> CreateRefundAsync(string paymentIntent, string idempotencyKey, CancellationToken ct = default) =>
        RequestAsync<Refund>(HttpMethod.Post, "/v1/refunds", new() { ["payment_intent"] = paymentIntent }, new RequestOptions { IdempotencyKey = idempotencyKey }, ct);

    public Task<PaymentIntent> CapturePaymentIntentAsync(string id, CancellationToken ct = default) =>
        RequestAsync<PaymentIntent>(HttpMethod.Post, $"/v1/payment_intents/{id}/capture", null, null, ct);

    private async Task<T> RequestAsync<T>(HttpMethod method, string path, Dictionary<string, string>? form, RequestOptions? options, CancellationToken ct)
    {
        var message = new HttpRequestMessage(method, path);
        if (form != null) message.Content = new FormUrlEncodedContent(form);
        if (options?.IdempotencyKey != null) message.Headers.Add("Idempotency-Key", options.IdempotencyKey);
        if (options?.Account != null) message.Headers.Add("Stripe-Account", options.Account);
        var response = await _client.SendAsync(message, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<T>(text)!;
    }
}

public class LegacyInvoicing
{
    private readonly HttpClient _client = new();
    private readonly string _secret;

    public LegacyInvoicing(string secret) => _secret = secret;

    public async Task<string> [|SEM3002:CreateInvoice|](string customer, decimal total)
    {
        var message = BuildMessage(HttpMethod.Post, "https://billing.example.com/api/invoices");
        message.Content = new StringContent(JsonSerializer.Serialize(new { customer, total }), Encoding.UTF8, "application/json");
        var response = await _client.SendAsync(message);
        response.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("id").GetString()!;
    }

    public async Task SendInvoice(string id)
    {
        var response = await _client.SendAsync(BuildMessage(HttpMethod.Post, $"https://billing.example.com/api/invoices/{id}/send"));
        response.EnsureSuccessStatusCode();
    }

    private HttpRequestMessage BuildMessage(HttpMethod method, string url)
    {
        var message = new HttpRequestMessage(method, url);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _secret);
        return message;
    }
}
