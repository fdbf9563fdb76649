using Semel.Analyzers.Idempotency;

namespace Semel.Analyzers.Tests.Tables;

[Trait("Feature", "K1")]
public sealed class UnhandledCreateTests
{
    private static readonly UnhandledCreateAnalyzer Analyzer = new();

    [Theory]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""public Task<HttpResponseMessage> [|SEM3002:ProvisionServerAsync|](ServerRequest r) => http.PostAsJsonAsync("/servers", r);""")]
    [InlineData("""public async Task [|SEM3002:RegisterDeviceAsync|](string name) { var c = new StringContent(name); (await http.PostAsync("devices", c)).EnsureSuccessStatusCode(); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:AddServerAsync|](ServerRequest r) { using var m = new HttpRequestMessage(HttpMethod.Post, "servers"); m.Content = JsonContent.Create(r); return await ReadAsync(await http.SendAsync(m)); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateAsync|](ServerRequest r) { var m = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri("/servers", UriKind.Relative) }; return await ReadAsync(await http.SendAsync(m)); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateVolumeAsync|](string n) { var m = Build(HttpMethod.Post, "/volumes"); return await ReadAsync(await http.SendAsync(m)); } HttpRequestMessage Build(HttpMethod v, string p) => new(v, p);""")]
    [InlineData("""public Task<Server> [|SEM3002:CreateServer|](ServerRequest r) => Submit("/servers", r); private async Task<Server> Submit(string path, object body) => await ReadAsync(await http.PostAsJsonAsync(path, body));""")]
    [InlineData("""public Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) => CreateCoreAsync(r); private async Task<Server> CreateCoreAsync(ServerRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""public Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) => api.Post<Server>("/servers", r);""")]
    [InlineData("""public Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) => api.SendAsync<Server>(HttpMethod.Post, "/servers", r);""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServer|](ServerRequest r) { var q = new RestRequest("/servers", Method.Post).AddJsonBody(r); return (await rest.ExecuteAsync<Server>(q)).Data!; }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServer|](ServerRequest r) { var q = new RestRequest("servers"); q.Method = Method.Post; return (await rest.ExecuteAsync<Server>(q)).Data!; }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServer|](ServerRequest r) => (await rest.ExecutePostAsync<Server>(new RestRequest("servers").AddBody(r))).Data!;""")]
    [InlineData("""public Task<Server?> [|SEM3002:CreateServer|](ServerRequest r) => rest.PostJsonAsync<ServerRequest, Server>("servers", r);""")]
    [InlineData("""public Task<Server?> [|SEM3002:CreateServer|](ServerRequest r) => rest.PostAsync<Server>(new RestRequest("servers").AddJsonBody(r));""")]
    [InlineData("""public Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) => "https://api.example.com".AppendPathSegment("servers").WithOAuthBearerToken("t").PostJsonAsync(r).ReceiveJson<Server>();""")]
    [InlineData("""public Task<Server> [|SEM3002:CreateServerAsync|](IFlurlClient c, ServerRequest r) => c.Request("v2", "servers").SendJsonAsync(HttpMethod.Post, r).ReceiveJson<Server>();""")]
    [InlineData("""public async Task [|SEM3002:CreateServersAsync|](string[] names) { foreach (var name in names) await http.PostAsJsonAsync("/servers", new { name }); }""")]
    [InlineData("""public async IAsyncEnumerable<Server> [|SEM3002:CreateAllAsync|](string[] names) { foreach (var name in names) yield return await ReadAsync(await http.PostAsJsonAsync("/servers", new { name })); }""")]
    [InlineData("""public async Task Run() { await CreateServer("a"); async Task [|SEM3002:CreateServer|](string name) => await http.PostAsJsonAsync("/servers", new { name }); }""")]
    [InlineData("""public async Task RunAsync() { await CreateServerAsync("a"); } private async Task [|SEM3002:CreateServerAsync|](string name) { await http.PostAsJsonAsync("/servers", new { name }); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) { var project = await cloud.FindServerAsync(r.Region); if (project is null) throw new InvalidOperationException(); return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) { if (string.IsNullOrEmpty(r.Name)) throw new ArgumentException("name"); return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) { var token = await GetTokenAsync(); if (token is null) return null!; return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); } Task<string?> GetTokenAsync() => null!;""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) { try { return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); } catch (HttpRequestException e) { throw new InvalidOperationException("no server", e); } }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAsync|](ServerRequest r) { var response = await http.PostAsJsonAsync("/servers", r); if (response.StatusCode == HttpStatusCode.Conflict) throw new InvalidOperationException("there already"); return await ReadAsync(response); }""")]
    [InlineData("""public async Task<Server> [|SEM3002:CreateServerAndTagAsync|](ServerRequest r) { var server = await ReadAsync(await http.PostAsJsonAsync("/servers", r)); await cloud.TagAsync(server.Id, "x"); return server; }""")]
    [InlineData("""public async Task<Server> [|SEM3002:PostServerAsync|](ServerRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""public async Task<Server> [|SEM3002:InsertRowAsync|](string table, object row) => await ReadAsync(await http.PostAsJsonAsync($"/tables/{table}/rows", row));""")]
    [InlineData("""public HttpResponseMessage [|SEM3002:CreateServer|](ServerRequest r) => http.Send(new HttpRequestMessage(new HttpMethod("POST"), "/servers") { Content = JsonContent.Create(r) });""")]
    [InlineData("""public async Task<string> [|SEM3002:CreatePullRequestAsync|](string repo, string title) => await (await http.PostAsJsonAsync($"/repos/{repo}/pulls", new { title })).Content.ReadAsStringAsync();""")]
    [InlineData("""public async Task [|SEM3002:CreateWebhookAsync|](string url) => (await http.PostAsJsonAsync("/webhooks", new { url })).EnsureSuccessStatusCode();""")]
    [InlineData("""public async Task [|SEM3002:PlaceOrderAsync|](object order) => (await http.PostAsJsonAsync("/orders", order)).EnsureSuccessStatusCode();""")]
    [InlineData("""public async Task [|SEM3002:RefundAsync|](string charge) => (await http.PostAsJsonAsync("/refunds", new { charge })).EnsureSuccessStatusCode();""")]
    [InlineData("""public async Task [|SEM3002:CreateServerAsync|](ServerRequest r) { var reply = await http.PostAsJsonAsync("/servers", r); if (reply.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException(); }""")]
    [InlineData("""public async Task [|SEM3002:CreateServerAsync|](Order order) { if (order.ServerId is not null) return; await http.PostAsJsonAsync("/servers", order); } public sealed class Order { public string? ServerId { get; set; } }""")]
    [InlineData("""public Task [|SEM3002:CreateUserAsync|](string user, string password) => http.PostAsJsonAsync("/users", new { user, password });""")]
    public Task CreateThatPostsBarely_IsFlagged(string members) => Markup.AssertAsync(Analyzer, Snippet.InClass(members));

    [Theory]
    [InlineData("""public async Task<Server> GetServerAsync(string id) => (await http.GetFromJsonAsync<Server>("/servers/" + id))!;""")]
    [InlineData("""public async Task CreateServerAsync(string name) => await http.PutAsJsonAsync("/servers/" + name, new { name });""")]
    [InlineData("""public async Task RestartServerAsync(string id) => await http.PostAsync($"/servers/{id}/restart", new ByteArrayContent([]));""")]
    [InlineData("""public async Task<string> LoginAsync(string u, string p) => await (await http.PostAsJsonAsync("/login", new { u, p })).Content.ReadAsStringAsync();""")]
    [InlineData("""public async Task<string> CreateTokenAsync(string u, string p) => await (await http.PostAsJsonAsync("/tokens", new { u, p })).Content.ReadAsStringAsync();""")]
    [InlineData("""public async Task<string> CreateSessionAsync(string u, string p) => await (await http.PostAsJsonAsync("/sessions", new { u, p })).Content.ReadAsStringAsync();""")]
    [InlineData("""public async Task<Server[]> SearchServersAsync(string q) => (await (await http.PostAsJsonAsync("/servers/search", new { q })).Content.ReadFromJsonAsync<Server[]>())!;""")]
    [InlineData("""public async Task<string> CreateServerAsync(string name) => await (await http.PostAsJsonAsync("/graphql", new { query = "mutation" })).Content.ReadAsStringAsync();""")]
    [InlineData("""public async Task CreateWalletAsync(string name) => await http.PostAsJsonAsync("/", new { jsonrpc = "2.0", method = "createwallet" });""")]
    [InlineData("""public async Task CreateServersBatchAsync(object[] all) => await http.PostAsJsonAsync("/servers:batchCreate", all);""")]
    [InlineData("""public async Task CreateAlertAsync(string webhookUrl, string text) => await http.PostAsJsonAsync(webhookUrl, new { text });""")]
    [InlineData("""public async Task CreateOrderAsync(Server order) { await store.SaveAsync(order); await http.PostAsJsonAsync("/notifications", new { order.Id }); }""")]
    [InlineData("""public Task CreateMetricAsync(object m) => http.PostAsJsonAsync("/metrics", m);""")]
    [InlineData("""public Task<HttpResponseMessage> CreateUploadAsync(Stream s) => http.PostAsync("/uploads", new StreamContent(s));""")]
    [InlineData("""public HttpRequestMessage CreateRequest(string path) { var m = new HttpRequestMessage(HttpMethod.Post, path); return m; }""")]
    [InlineData("""public Task<T> CreateAsync<T>(string path, object body) => api.Post<T>(path, body);""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r, string idempotencyKey) { var m = new HttpRequestMessage(HttpMethod.Post, "/servers") { Content = JsonContent.Create(r) }; m.Headers.Add("Idempotency-Key", idempotencyKey); return await ReadAsync(await http.SendAsync(m)); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r, Guid id) { var m = new HttpRequestMessage(HttpMethod.Post, "/servers"); m.Headers.Add("PayPal-Request-Id", id.ToString()); return await ReadAsync(await http.SendAsync(m)); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(KeyedRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var m = Message(r); return await ReadAsync(await http.SendAsync(m)); } HttpRequestMessage Message(ServerRequest r) { var m = new HttpRequestMessage(HttpMethod.Post, "/servers"); m.Headers.Add("X-Idempotency-Key", r.Name); return m; }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var found = await cloud.FindServerAsync(r.Name); if (found is not null) return found; return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var found = await cloud.FindServerAsync(r.Name); return found ?? await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) => await cloud.FindServerAsync(r.Name) ?? await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var reply = await http.GetAsync("/servers/" + r.Name); if (reply.StatusCode == HttpStatusCode.NotFound) { reply = await http.PostAsJsonAsync("/servers", r); } return await ReadAsync(reply); }""")]
    [InlineData("""public async Task CreateServerAsync(ServerRequest r) { if (store.TryGet(r.Name, out var id)) return; await http.PostAsJsonAsync("/servers", r); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var all = await cloud.ListServersAsync(r.Name); foreach (var one in all) if (one.Name == r.Name) return one; return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var all = await cloud.ListServersAsync(r.Name); if (all.Any(one => one.Name == r.Name)) throw new InvalidOperationException("exists"); return await ReadAsync(await http.PostAsJsonAsync("/servers", r)); }""")]
    [InlineData("""public async Task<Server> CreateServerAsync(ServerRequest r) { var reply = await http.PostAsJsonAsync("/servers", r); if (reply.StatusCode == HttpStatusCode.Conflict) return (await cloud.FindServerAsync(r.Name))!; return await ReadAsync(reply); }""")]
    [InlineData("""public async Task<Server> GetOrCreateServerAsync(ServerRequest r) => await cloud.FindServerAsync(r.Name) ?? await CreateAsync(r); private async Task<Server> CreateAsync(ServerRequest r) => await ReadAsync(await http.PostAsJsonAsync("/servers", r));""")]
    [InlineData("""[NonIdempotent("A second one is harmless.")] public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""")]
    [InlineData("""[Idempotent(Key = "r.Name")] public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""")]
    [InlineData("""private async Task<Server> CreateServerCoreAsync(ServerRequest r, CreateAttempt attempt, CancellationToken token) => await ReadAsync(await http.PostAsJsonAsync("/servers", r, token));""")]
    [InlineData("""public Task<Ensured<string>> CreateServerAsync(SemelContext semel, ServerRequest r) => semel.CreateOrGetAsync("servers", r.Name, async (attempt, token) => (await ReadAsync(await http.PostAsJsonAsync("/servers", r, token))).Id);""")]
    [InlineData("""public Task CreateIfNotExistsAsync(ServerRequest r) => http.PostAsJsonAsync("/servers?if_not_exists=true", r);""")]
    [InlineData("""public async Task AddMemberAsync(string team, string user) => await http.PostAsJsonAsync($"/teams/{team}/members", new { user });""")]
    [InlineData("""public async Task AddUserToGroupAsync(string group, string user) => await http.PostAsJsonAsync($"/groups/{group}/users", new { user });""")]
    [InlineData("""public async Task<string> CreateCompletionAsync(string prompt) => await (await http.PostAsJsonAsync("/v1/completions", new { prompt })).Content.ReadAsStringAsync();""")]
    [InlineData("""public async Task<bool> ValidateServerAsync(ServerRequest r) => (await http.PostAsJsonAsync("/servers/validate", r)).IsSuccessStatusCode;""")]
    [InlineData("""public async Task SendEmailAsync(string to) => await http.PostAsJsonAsync("/emails", new { to });""")]
    [InlineData("""public void CreateThings(System.Threading.SynchronizationContext context) => context.Post(_ => { }, null);""")]
    [InlineData("""public void CreateButton(List<string> items) => items.Add("button");""")]
    [InlineData("""public async Task CreateServerAsync(Order order) { if (order.ServerId is not null) return; order.ServerId = (await ReadAsync(await http.PostAsJsonAsync("/servers", order))).Id; } public sealed class Order { public string? ServerId { get; set; } }""")]
    [InlineData("""public async Task CreateServerAsync(ServerRequest r) { var reply = await http.PostAsJsonAsync("/servers", r); if (reply.StatusCode == HttpStatusCode.Conflict) return; reply.EnsureSuccessStatusCode(); }""")]
    [InlineData("""public async Task<byte[]> CreatePdfAsync(string html) => await (await http.PostAsJsonAsync("/pdf", new { html })).Content.ReadAsByteArrayAsync();""")]
    [InlineData("""public Task<string> CreateSummaryAsync(string text) => api.Post<string>("/text/shorten", new { text });""")]
    [InlineData("""public Task<double> CreateRiskAsync(string order) => api.Post<double>("/risks", new { order });""")]
    [InlineData("""public Task CreateTicketAsync(string user, string password) => http.PostAsJsonAsync("/ticket", new { user, password });""")]
    [InlineData("""public interface ILedger { Task PostAsync(string account, decimal amount); } public Task CreateEntryAsync(ILedger ledger, string account) => ledger.PostAsync(account, 1);""")]
    [InlineData("""public interface IHub { Task SendAsync(string methodName, object argument); } public Task CreateThingAsync(IHub hub) => hub.SendAsync("Post", 1);""")]
    public Task HandledCreatesAndOtherPosts_AreFine(string members) => Markup.AssertAsync(Analyzer, Snippet.InClass(members));

    [Theory]
    [InlineData("AuthClient", """public Task RegisterAsync(string user, string password) => http.PostAsJsonAsync("/register", new { user, password });""")]
    [InlineData("TokenService", """public Task<HttpResponseMessage> CreateAsync(string user) => http.PostAsJsonAsync("/v1/new", new { user });""")]
    [InlineData("ServersClientTests", """public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""")]
    [InlineData("FakeServersClient", """public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""")]
    public Task TypeThatSignsInOrTests_IsFine(string type, string members) => Markup.AssertAsync(Analyzer, Snippet.InClass(members, type));

    [Theory]
    [InlineData("""[Post("/servers")] Task<Server> [|SEM3002:CreateServer|]([Body] ServerRequest request);""")]
    [InlineData("""[Post("/servers")] Task<ApiResponse<Server>> [|SEM3002:AddServerAsync|]([Body] ServerRequest request);""")]
    [InlineData("""[Post("/servers/{id}/snapshots")] Task [|SEM3002:CreateSnapshot|](string id);""")]
    [InlineData("""[Post("/servers")] Task<Server> CreateServer([Body] ServerRequest request, [Header("Idempotency-Key")] string key);""")]
    [InlineData("""[Post("/servers"), Headers("Idempotency-Key: fixed")] Task<Server> CreateServer([Body] ServerRequest request);""")]
    [InlineData("""[Post("/servers"), Semel.Idempotent(Key = "request.Name")] Task<Server> CreateServer([Body] ServerRequest request);""")]
    [InlineData("""[Post("/token")] Task<string> CreateToken([Body] ServerRequest request);""")]
    [InlineData("""[Post("/servers/query")] Task<Server[]> Query([Body] ServerRequest request);""")]
    [InlineData("""[Put("/servers/{name}")] Task<Server> CreateServer(string name, [Body] ServerRequest request);""")]
    [InlineData("""[Post("/servers/{id}/actions")] Task CreateServerAction(string id, [Body] ServerRequest request);""")]
    public Task RefitInterface(string member) => Markup.AssertAsync(Analyzer, $$"""
        using Refit;
        public record Server(string Id); public record ServerRequest(string Name);
        public interface IServersApi { {{member}} }
        """);

    [Fact]
    public Task KeyThatAHandlerOfTheProjectAdds_IsEnough() => Markup.AssertAsync(Analyzer, Snippet.InClass("""public Task CreateServerAsync(ServerRequest r) => http.PostAsJsonAsync("/servers", r);""") + """
        public sealed class IdempotencyKeyHandler : DelegatingHandler;
        """);

    [Fact]
    public Task PartsOfAClass_AreOneClass() => Markup.AssertAsync(Analyzer, """
        public partial class ServersClient { public Task<HttpResponseMessage> [|SEM3002:CreateServerAsync|](object r) => Submit(r); }
        public partial class ServersClient { readonly HttpClient _http = new(); private Task<HttpResponseMessage> Submit(object r) => _http.PostAsJsonAsync("/servers", r); }
        """);

    [Fact]
    public Task KiotaBuilder_IsAPost() => Markup.AssertAsync(Analyzer, """
        public class ServersRequestBuilder : Microsoft.Kiota.Abstractions.BaseRequestBuilder { public Task<string> PostAsync(object body) => null!; }
        public class CloudClient { public ServersRequestBuilder Servers { get; } = new(); }
        public class Inventory(CloudClient client) { public Task<string> [|SEM3002:CreateServerAsync|](object body) => client.Servers.PostAsync(body); }
        """);
}
