using Semel.Analyzers.Idempotency.Retry;

namespace Semel.Analyzers.Tests.Tables;

[Trait("Feature", "K2")]
public sealed class PostInsideRetryTests
{
    private static readonly PostInsideRetryAnalyzer Analyzer = new();

    [Theory]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task CreateAsync(object r) => _p.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/servers", r));""")]
    [InlineData("""public Task CreateAsync(object r) { var p = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.Zero); return p.ExecuteAsync(async () => await http.[|SEM3003:PostAsJsonAsync|]("/servers", r)); }""")]
    [InlineData("""public Task CreateAsync(object r) => Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/servers", r));""")]
    [InlineData("""readonly ResiliencePipeline _pipe = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build(); public async Task CreateAsync(object r) => await _pipe.ExecuteAsync(async t => await http.[|SEM3003:PostAsJsonAsync|]("/servers", r, t));""")]
    [InlineData("""public async Task CreateAsync(ResiliencePipeline pipeline, object r) => await pipeline.ExecuteAsync(async t => { var response = await http.[|SEM3003:PostAsJsonAsync|]("/servers", r, t); response.EnsureSuccessStatusCode(); });""")]
    [InlineData("""public async Task CreateAsync(Polly.Registry.ResiliencePipelineProvider<string> all, object r) => await all.GetPipeline("http-retry").ExecuteAsync(async t => await http.[|SEM3003:PostAsJsonAsync|]("/servers", r, t));""")]
    [InlineData("""public async Task CreateAsync(object r) { var hedge = new ResiliencePipelineBuilder<HttpResponseMessage>().AddHedging(new HedgingStrategyOptions<HttpResponseMessage>()).Build(); await hedge.ExecuteAsync(async t => await http.[|SEM3003:PostAsJsonAsync|]("/servers", r, t)); }""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task CreateAsync(object r) => _p.ExecuteAsync(() => [|SEM3003:SubmitAsync|](r)); Task<HttpResponseMessage> SubmitAsync(object r) => http.PostAsJsonAsync("/servers", r);""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task<HttpResponseMessage> CreateAsync() => _p.ExecuteAsync([|SEM3003:SubmitAsync|]); Task<HttpResponseMessage> SubmitAsync() => http.PostAsJsonAsync("/servers", 1);""")]
    [InlineData("""public async Task<Server> CreateAsync(object r) { for (var i = 0; i < 3; i++) { try { return await ReadAsync(await http.[|SEM3003:PostAsJsonAsync|]("/servers", r)); } catch (HttpRequestException) { await Task.Delay(100); } } throw new TimeoutException(); }""")]
    [InlineData("""public async Task<Server> CreateAsync(object r) { var attempt = 0; while (true) { try { return await ReadAsync(await http.[|SEM3003:PostAsJsonAsync|]("/servers", r)); } catch (Exception) when (attempt++ < 3) { } } }""")]
    [InlineData("""public async Task CreateAsync(object r) { var done = false; while (!done) { try { await http.[|SEM3003:PostAsJsonAsync|]("/servers", r); done = true; } catch { await Task.Delay(5); } } }""")]
    [InlineData("""public async Task CreateAsync(object r) { var n = 0; do { try { await http.[|SEM3003:PostAsJsonAsync|]("/servers", r); break; } catch (TaskCanceledException) { n++; } } while (n < 3); }""")]
    [InlineData("""public async Task<Server> CreateAsync(object r) { for (var i = 0; i < 3; i++) { var response = await http.[|SEM3003:PostAsJsonAsync|]("/servers", r); if (response.IsSuccessStatusCode) return await ReadAsync(response); await Task.Delay(100); } throw new TimeoutException(); }""")]
    [InlineData("""public async Task<Server> CreateAsync(object r, int attempt = 0) { try { return await ReadAsync(await http.[|SEM3003:PostAsJsonAsync|]("/servers", r)); } catch (HttpRequestException) when (attempt < 3) { return await CreateAsync(r, attempt + 1); } }""")]
    [InlineData("""public async Task<HttpResponseMessage> CreateAsync(object r) { try { return await http.PostAsJsonAsync("/servers", r); } catch (TaskCanceledException) { return await http.[|SEM3003:PostAsJsonAsync|]("/servers", r); } }""")]
    [InlineData("""public Task CreateAsync(object r) => WithRetryAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/servers", r)); static async Task<T> WithRetryAsync<T>(Func<Task<T>> run) { try { return await run(); } catch { return await run(); } }""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public async Task CreateAsync(ServerRequest r) { if (await store.FindAsync(r.Name) is not null) return; await _p.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/servers", r)); }""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task ChargeAsync(object r) => _p.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/charges", r));""")]
    [InlineData("""public Task CreateAsync(object r) { var q = new RestRequest("servers", Method.Post); return Policy.Handle<Exception>().RetryAsync(2).ExecuteAsync(() => rest.[|SEM3003:ExecuteAsync|](q)); }""")]
    public Task RepeatedPost_IsFlagged(string members) => Markup.AssertAsync(Analyzer, Snippet.InClass(members));

    [Theory]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task GetAsync(string id) => _p.ExecuteAsync(() => http.GetAsync("/servers/" + id));""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task SearchAsync(object q) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/servers/search", q));""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task LoginAsync(object q) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/connect", q));""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task RenewAsync(object q) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/oauth/token", q));""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task PutAsync(object q) => _p.ExecuteAsync(() => http.PutAsJsonAsync("/servers/a", q));""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task CreateAsync(object r, string idempotencyKey) => _p.ExecuteAsync(() => { var m = new HttpRequestMessage(HttpMethod.Post, "/servers"); m.Headers.Add("Idempotency-Key", idempotencyKey); return http.SendAsync(m); });""")]
    [InlineData("""readonly ResiliencePipeline _timeout = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build(); public async Task CreateAsync(object r) => await _timeout.ExecuteAsync(async t => await http.PostAsJsonAsync("/servers", r, t));""")]
    [InlineData("""readonly ResiliencePipeline _p = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build(); public async Task CreateAsync(object r) => await _p.ExecuteAsync(async t => await http.PostAsJsonAsync("/servers", r, t));""")]
    [InlineData("""public Task CreateAsync(object r) => Policy.Handle<Exception>().CircuitBreakerAsync(2, TimeSpan.Zero).ExecuteAsync(() => http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""public async Task CreateAllAsync(object[] all) { foreach (var r in all) { try { await http.PostAsJsonAsync("/servers", r); } catch (HttpRequestException) { } } }""")]
    [InlineData("""public async Task CreateAllAsync(object[] all) { for (var i = 0; i < all.Length; i++) { try { await http.PostAsJsonAsync("/servers", all[i]); } catch (HttpRequestException) { } } }""")]
    [InlineData("""public async Task PumpAsync(Queue<object> queue) { while (queue.Count > 0) { var next = queue.Dequeue(); try { await http.PostAsJsonAsync("/servers", next); } catch (HttpRequestException) { queue.Enqueue(next); } } }""")]
    [InlineData("""public async Task BeatAsync(CancellationToken t) { while (!t.IsCancellationRequested) { try { await http.PostAsJsonAsync("/agents", 1, t); } catch (HttpRequestException) { } await Task.Delay(1000, t); } }""")]
    [InlineData("""public async Task<Server> CreateAsync(object r) { try { return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); } catch (HttpRequestException e) { throw new InvalidOperationException("failed", e); } }""")]
    [InlineData("""public async Task<Server> CreateAsync(object r) { for (var i = 0; i < 3; i++) { try { return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(100); } } throw new TimeoutException(); }""")]
    [InlineData("""public async Task<Server> CreateAsync(object r) { var server = await ReadAsync(await http.PostAsJsonAsync("/servers", r)); for (var i = 0; i < 9; i++) { try { return await cloud.GetServerAsync(server.Id); } catch (HttpRequestException) { } } return server; }""")]
    [InlineData("""AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); public Task<Server?> CreateAsync(ServerRequest r) => _p.ExecuteAsync<Server?>(async () => { if (await cloud.FindServerAsync(r.Name) is { } found) return found; return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); });""")]
    [InlineData("""[NonIdempotent("The API refuses a second one.")] public Task CreateAsync(object r) => Policy.Handle<Exception>().RetryAsync(2).ExecuteAsync(() => http.PostAsJsonAsync("/servers", r));""")]
    public Task OtherRetriesAndOtherLoops_AreFine(string members) => Markup.AssertAsync(Analyzer, Snippet.InClass(members));

    [Theory]
    [InlineData("services.AddHttpClient<ServersClient>().[|SEM3003:AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<IServers, ServersClient>().[|SEM3003:AddStandardHedgingHandler|]();")]
    [InlineData("services.AddHttpClient<ServersClient>().[|SEM3003:AddTransientHttpErrorPolicy|](p => p.WaitAndRetryAsync(3, n => TimeSpan.Zero));")]
    [InlineData("services.AddHttpClient<ServersClient>().[|SEM3003:AddResilienceHandler|](\"x\", b => b.AddRetry(new RetryStrategyOptions<HttpResponseMessage>()));")]
    [InlineData("var policy = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).RetryAsync(2); services.AddHttpClient<ServersClient>().[|SEM3003:AddPolicyHandler|](policy);")]
    [InlineData("var builder = services.AddHttpClient<ServersClient>(); builder.[|SEM3003:AddStandardResilienceHandler|]();")]
    [InlineData("services.AddRefitClient<IServersApi>().[|SEM3003:AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<ServersClient>().AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddHttpClient<ServersClient>().AddStandardResilienceHandler().Configure(o => o.Retry.DisableFor(HttpMethod.Post));")]
    [InlineData("services.AddHttpClient<ServersClient>().AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(3, TimeSpan.Zero));")]
    [InlineData("services.AddHttpClient<ServersClient>().AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(TimeSpan.Zero));")]
    [InlineData("services.AddHttpClient<ReportsClient>().AddStandardResilienceHandler();")]
    [InlineData("services.AddRefitClient<IReadsApi>().AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<ServersClient>();")]
    public Task Handlers(string statement) => Markup.AssertAsync(Analyzer, $$"""
        using Polly; using Polly.Retry; using Refit; using Microsoft.Extensions.DependencyInjection;
        public interface IServers;
        public sealed class ServersClient(HttpClient http) : IServers { public Task CreateServerAsync(object r) => http.PostAsJsonAsync("/servers", r); }
        public sealed class ReportsClient(HttpClient http) { public Task<string> GetReportAsync() => http.GetStringAsync("/report"); public Task SearchAsync(object q) => http.PostAsJsonAsync("/search", q); }
        public interface IServersApi { [Post("/servers")] Task CreateServer([Body] object body); }
        public interface IReadsApi { [Get("/servers")] Task<string> List(); }
        public static class Startup { public static void Add(IServiceCollection services) { {{statement}} } }
        """);

    [Fact]
    public Task CreateOfAnotherType_IsFoundAcrossFiles() => Markup.AssertAsync(Analyzer, """
        public sealed class ServersClient(HttpClient http) { public Task<HttpResponseMessage> CreateServerAsync(object r) => http.PostAsJsonAsync("/servers", r); public Task<string> GetAsync() => http.GetStringAsync("/"); }
        public sealed class Job(ServersClient servers, Polly.Retry.AsyncRetryPolicy retry)
        {
            public Task RunAsync() => retry.ExecuteAsync(() => servers.[|SEM3003:CreateServerAsync|](1));
            public Task ReadAsync() => retry.ExecuteAsync(() => servers.GetAsync());
        }
        """);
}
