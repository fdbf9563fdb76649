using Semel.Analyzers.Tests.Tables;

namespace Semel.Analyzers.Tests;

/// <summary>Each guard keeps its rule silent by itself: where it is switched off, the same code is warned of.</summary>
public sealed class GuardTests
{
    private const string Retry = "AsyncRetryPolicy _p = Policy.Handle<HttpRequestException>().RetryAsync(3); ";

    [Theory]
    [Trait("Feature", "K1")]
    [InlineData("Handling.IsDeclared(IMethodSymbol)", false, """[Idempotent(Key = "r.Name")] public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""")]
    [InlineData("Handling.IsInOnce(IOperation)", false, """public Task<Ensured<string>> CreateServerAsync(SemelContext semel, ServerRequest r) => semel.CreateOrGetAsync("servers", r.Name, async (attempt, token) => (await ReadAsync(await http.PostAsJsonAsync("/servers", r, token))).Id);""")]
    [InlineData("Handling.ResolvesConflict(IOperation)", false, """public async Task<Server> CreateServerAsync(ServerRequest r) { var reply = await http.PostAsJsonAsync("/servers", r); if (reply.StatusCode == HttpStatusCode.Conflict) return (await cloud.FindServerAsync(r.Name))!; return await ReadAsync(reply); }""")]
    [InlineData("KeyEvidence.In(IOperation)", false, """public async Task<Server> CreateServerAsync(ServerRequest r, Guid id) { var m = new HttpRequestMessage(HttpMethod.Post, "/servers"); m.Headers.Add("PayPal-Request-Id", id.ToString()); return await ReadAsync(await http.SendAsync(m)); }""")]
    [InlineData("KeyEvidence.In(IMethodSymbol)", false, """public async Task<Server> CreateServerAsync(KeyedRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("LookFirst.Guards(IOperation)", false, """public async Task<Server> CreateServerAsync(ServerRequest r) { var found = await cloud.FindServerAsync(r.Name); if (found is not null) return found; return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("LookFirst.IsFilled(IOperation)", false, """public sealed class Order { public string? ServerId { get; set; } } public async Task CreateServerAsync(Order order) { if (order.ServerId is not null) return; order.ServerId = (await ReadAsync(await http.PostAsJsonAsync("/servers", 1))).Id; }""")]
    [InlineData("Handling.ToleratesConflict(IOperation)", false, """public async Task CreateServerAsync(ServerRequest r) { var reply = await http.PostAsJsonAsync("/servers", r); if (reply.StatusCode != HttpStatusCode.Conflict) reply.EnsureSuccessStatusCode(); }""")]
    [InlineData("CreateName.IsRendering(ITypeSymbol)", false, """public async Task<byte[]> CreateReportAsync(string html) => await (await http.PostAsJsonAsync("/reports", html)).Content.ReadAsByteArrayAsync();""")]
    [InlineData("PathText.Suggests(List<string>)", true, """public Task CreateSummaryAsync(string text) => http.PostAsJsonAsync("/text/shorten", new { text });""")]
    [InlineData("CreateName.SignsIn(List<string>)", false, """public Task CreateTicketAsync(string user, string password) => http.PostAsJsonAsync("/ticket", new { user, password });""")]
    [InlineData("PostCall.IsAddress(IParameterSymbol)", true, """public interface ILedger { Task PostAsync(string account, decimal amount); } public Task CreateEntryAsync(ILedger ledger, string account) => ledger.PostAsync(account, 1);""")]
    [InlineData("CreateRoutes.IsReportedByCallers(IMethodSymbol)", false, """public async Task<Server> GetOrCreateServerAsync(ServerRequest r) => await cloud.FindServerAsync(r.Name) ?? await CreateAsync(r); private async Task<Server> CreateAsync(ServerRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("CreateRoutes.IsHelper(IMethodSymbol)", false, """public Task<T> CreateAsync<T>(string path, object body) => api.Post<T>(path, body);""")]
    [InlineData("CreateRoutes.IsRpc(IInvocationOperation)", false, """public async Task CreateWalletAsync(string name) => await http.PostAsJsonAsync("/", new { jsonrpc = "2.0", method = "createwallet" });""")]
    [InlineData("CreateRoutes.CallsWebhook(IInvocationOperation)", false, """public string Webhook { get; set; } = ""; public Task CreateServerAsync(string text) => http.PostAsJsonAsync(Webhook, new { text });""")]
    [InlineData("KeyHandlers.ExistIn(Compilation)", false, """public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r); private sealed class IdempotencyKeyHandler : DelegatingHandler;""")]
    [InlineData("CreateName.IsNoResource(List<string>)", false, """public string Base { get; set; } = ""; public Task CreateMetricAsync(object m) => http.PostAsJsonAsync(Base, m);""")]
    [InlineData("TestCode.Is(INamedTypeSymbol?)", false, """public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""", "FakeServersClient")]
    public Task HandledCreate_IsWarnedOf(string guard, bool answer, string members, string type = "ServersClient") => AssertAsync("SEM3002", guard, answer, Snippet.InClass(members, type));

    [Theory]
    [Trait("Feature", "K2")]
    [InlineData("KeyEvidence.In(IOperation)", false, """public Task CreateAsync(Guid id) => _p.ExecuteAsync(() => { var m = new HttpRequestMessage(HttpMethod.Post, "/servers"); m.Headers.Add("Idempotency-Key", id.ToString()); return http.SendAsync(m); });""")]
    [InlineData("KeyEvidence.In(IMethodSymbol)", false, """public Task CreateAsync(KeyedRequest r) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("LookFirst.Guards(IOperation)", false, """public Task CreateAsync(ServerRequest r) => _p.ExecuteAsync(async () => { if (await store.FindAsync(r.Name) is not null) return; await http.PostAsJsonAsync("/servers", r); });""")]
    [InlineData("Handling.ResolvesConflict(IOperation)", false, """public Task<Server> CreateAsync(ServerRequest r) => _p.ExecuteAsync(async () => { var reply = await http.PostAsJsonAsync("/servers", r); if (reply.StatusCode == HttpStatusCode.Conflict) return (await cloud.FindServerAsync(r.Name))!; return await ReadAsync(reply); });""")]
    [InlineData("Handling.IsOptedOut(IMethodSymbol)", false, """[NonIdempotent("A second one is harmless.")] public Task CreateAsync(object r) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("RepeatedPost.MakesSomething(IReadOnlyList<CallSite>)", true, """public Task SearchAsync(object q) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/servers/search", q));""")]
    [InlineData("Pipelines.IsRepeating(IOperation)", true, """readonly ResiliencePipeline _timeout = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build(); public async Task CreateAsync(object r) => await _timeout.ExecuteAsync(async t => await http.PostAsJsonAsync("/servers", r, t));""")]
    [InlineData("RetryLoop.IsForTooManyRequests(IOperation?)", false, """public async Task CreateAsync(object r) { while (true) { try { await http.PostAsJsonAsync("/servers", r); return; } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(100); } } }""")]
    [InlineData("RetryLoop.EndsOnSuccess(ILoopOperation)", true, """public async Task CreateAsync(object r) { while (true) { try { await http.PostAsJsonAsync("/servers", r); } catch (HttpRequestException) { } await Task.Delay(100); } }""")]
    [InlineData("TestCode.Is(INamedTypeSymbol?)", false, """public Task CreateAsync(object r) => _p.ExecuteAsync(() => http.PostAsJsonAsync("/servers", r));""", "FakeServersClient")]
    public Task SafeRepetition_IsWarnedOf(string guard, bool answer, string members, string type = "ServersClient") => AssertAsync("SEM3003", guard, answer, Snippet.InClass(Retry + members, type));

    [Theory]
    [Trait("Feature", "K3")]
    [InlineData("Between.AreExclusive(IOperation)", false, """Server s; if (r.Name == "a") { s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); } else { s = new("1", "b", "c"); await store.SaveAsync(s); }""")]
    [InlineData("Between.Reads(IOperation)", false, """var reply = await http.PostAsJsonAsync("/servers", r); var s = await reply.Content.ReadFromJsonAsync<Server>(); await store.SaveAsync(s!);""")]
    [InlineData("Between.IsAboutReply(IThrowOperation)", false, """var s = await cloud.CreateServerAsync(r); if (s is null) throw new InvalidOperationException(); await store.SaveAsync(s);""")]
    [InlineData("Between.IsInFailure(IOperation)", false, """var reply = await http.PostAsJsonAsync("/servers", r); if (!reply.IsSuccessStatusCode) { await Task.Delay(1); return; } await store.SaveAsync(await ReadAsync(reply));""")]
    [InlineData("Between.IsElsewhere(IOperation)", false, """Server? s = null; try { s = await cloud.CreateServerAsync(r); } catch (HttpRequestException) { await Task.Delay(1); throw; } await store.SaveAsync(s);""")]
    [InlineData("Between.EndsAfterCreate(ILoopOperation)", false, """Server? s = null; for (var i = 0; i < 3; i++) { try { s = await cloud.CreateServerAsync(r); break; } catch (HttpRequestException) { } } await store.SaveAsync(s!);""")]
    [InlineData("CreatedFlow.Reaches(IInvocationOperation)", true, """var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await store.SaveAsync("seen", r.Region);""")]
    [InlineData("RecordCall.IsTracked(IInvocationOperation)", false, """var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); new DbSet<Server>().Add(s);""")]
    [InlineData("TestCode.Is(INamedTypeSymbol?)", false, """var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await store.SaveAsync(s);""", "JobTests")]
    public Task RecordInTime_IsWarnedOf(string guard, bool answer, string body, string type = "Job") =>
        AssertAsync("SEM3004", guard, answer, Snippet.InClass($"public async Task RunAsync(ServerRequest r) {{ {body} }}", type));

    private static async Task AssertAsync(string rule, string guard, bool answer, string source)
    {
        Assert.DoesNotContain(await FoundAsync(ForeignCodeTests.AllAnalyzers), found => found.Contains(rule, StringComparison.Ordinal));
        Assert.Contains(await FoundAsync(Mutant.Analyzers(guard, answer)), found => found.Contains(rule, StringComparison.Ordinal));

        async Task<string[]> FoundAsync(IReadOnlyList<Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer> analyzers) =>
            (await Markup.RunAsync([.. analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == rule))], ("Test.cs", source))).Actual;
    }
}
