using HeldOut.Platform;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Extensions.Http;
using Polly.Retry;

namespace HeldOut.Repeated;

public record Made(string Id);

public interface IInvoicesApi { Task<Made> CreateInvoiceAsync(string number); }
public sealed class InvoicesApi(HttpClient http) : IInvoicesApi
{
    public async Task<Made> [|SEM3002:CreateInvoiceAsync|](string number) => (await (await http.PostAsJsonAsync("/invoices", new { number })).Content.ReadFromJsonAsync<Made>())!;
}
public interface IRatesApi { Task<string> SearchRatesAsync(string term); }
public sealed class RatesApi(HttpClient http) : IRatesApi
{
    public async Task<string> SearchRatesAsync(string term) => await (await http.PostAsJsonAsync("/rates/search", new { term })).Content.ReadAsStringAsync();
}

// as programs set their clients up
public static class Startup
{
    public static void Configure(IServiceCollection services)
    {
        services.AddHttpClient<IInvoicesApi, InvoicesApi>().[|SEM3003:AddPolicyHandler|](GetRetryPolicy());
        services.AddHttpClient<IRatesApi, RatesApi>().AddPolicyHandler(GetRetryPolicy());
        services.AddHttpClient<InvoicesApi>("bounded").AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(TimeSpan.FromSeconds(5)));
        services.AddHttpClient<InvoicesApi>("reads").AddPolicyHandler(request => request.Method == HttpMethod.Get ? GetRetryPolicy() : Policy.NoOpAsync<HttpResponseMessage>());
        services.AddHttpClient<InvoicesApi>("safe").AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
        services.AddHttpClient<InvoicesApi>("bold").[|SEM3003:AddStandardResilienceHandler|]();
    }

    private static IAsyncPolicy<HttpResponseMessage> GetRetryPolicy() =>
        HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));
}

public sealed class Ordering(HttpClient http, ResiliencePipeline pipeline, ILogger<Ordering> logger)
{
    private readonly AsyncRetryPolicy<HttpResponseMessage> _retry = Policy.HandleResult<HttpResponseMessage>(reply => !reply.IsSuccessStatusCode).WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt));

    public async Task<bool> PlaceAsync(object order)
    {
        var response = await _retry.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/orders", order));
        return response.IsSuccessStatusCode;
    }

    public async Task<string> ReadAsync(string id) => await (await _retry.ExecuteAsync(() => http.GetAsync("/orders/" + id))).Content.ReadAsStringAsync();

    public async Task<string> TokenAsync(string id) => await pipeline.ExecuteAsync(async token => await (await http.PostAsJsonAsync("/oauth/token", new { id }, token)).Content.ReadAsStringAsync(token));

    public async Task<string> QueryAsync(object query) => await pipeline.ExecuteAsync(async token => await (await http.PostAsJsonAsync("/orders/query", query, token)).Content.ReadAsStringAsync(token));

    public async Task PutAsync(string id, object order) => await pipeline.ExecuteAsync(async token => await http.PutAsJsonAsync("/orders/" + id, order, token));

    public async Task<HttpResponseMessage> SubmitAsync(object order)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await http.[|SEM3003:PostAsJsonAsync|]("/orders", order);
                response.EnsureSuccessStatusCode();
                return response;
            }
            catch (HttpRequestException e) when (attempt < 3)
            {
                logger.LogError(e, "Attempt {Attempt}", attempt);
                await Task.Delay(TimeSpan.FromSeconds(attempt));
            }
        }
    }

    public async Task<HttpResponseMessage> SubmitWithKeyAsync(object order, string key)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = JsonContent.Create(order) };
                request.Headers.Add("Idempotency-Key", key);
                return await http.SendAsync(request);
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(attempt);
            }
        }
    }
}

// loops that aren't retries
public sealed class Worker(HttpClient http, ILogger<Worker> logger, System.Threading.Channels.ChannelReader<string> queue)
{
    public async Task PumpAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var number = await queue.ReadAsync(stopping);
            try
            {
                await http.PostAsJsonAsync("/shipments", new { number }, stopping);
            }
            catch (HttpRequestException e)
            {
                logger.LogError(e, "Shipment {Number}", number);
            }
        }
    }

    public async Task ImportAsync(IEnumerable<string> numbers)
    {
        foreach (var number in numbers)
        {
            try
            {
                await http.PostAsJsonAsync("/shipments", new { number });
            }
            catch (Exception e)
            {
                logger.LogError(e, "Shipment {Number}", number);
                continue;
            }
        }
    }

    public async Task<string> PollAsync(string job, CancellationToken token)
    {
        while (true)
        {
            try
            {
                var response = await http.PostAsJsonAsync("/jobs/status", new { job }, token);
                var status = await response.Content.ReadAsStringAsync(token);
                if (status == "done") return status;
            }
            catch (HttpRequestException)
            {
                // the next round asks again
            }

            await Task.Delay(1000, token);
        }
    }

    public async Task HeartbeatAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try { await http.PostAsync("/heartbeat", new ByteArrayContent([]), token); }
            catch (HttpRequestException e) { logger.LogError(e, "no heartbeat"); }
            await Task.Delay(1000, token);
        }
    }

    public async Task RenewAsync(object message)
    {
        var response = await http.PostAsJsonAsync("/messages", message);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            await LoginAsync();
            await http.PostAsJsonAsync("/messages", message);
        }
    }

    private Task LoginAsync() => http.PostAsJsonAsync("/login", new { });
}
