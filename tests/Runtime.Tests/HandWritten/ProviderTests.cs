using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Scenarios;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>Ensure a provider with credentials: it may exist already with old ones; succeed, recreate or update by policy.</summary>
[Trait("Feature", "G4")]
public sealed class ProviderTests
{
    private const string Old = "old-secret-canary";
    private const string New = "new-secret-canary";

    public static TheoryData<string, OnExists> Cells
    {
        get
        {
            var cells = new TheoryData<string, OnExists>();
            foreach (var way in WayIn.All)
                foreach (var policy in new[] { OnExists.Adopt, OnExists.Update, OnExists.Replace }) cells.Add(way, policy);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task ExistsWithOldCredentials_IsTreatedByPolicy_AndASecondRunSendsNothing(string way, OnExists policy)
    {
        await using var scenario = await Scenario.StartAsync();
        await using var server = await Server.StartAsync();
        server.Passwords["mail"] = Old;

        var first = await EnsureAsync(scenario, server, way, policy, New);
        var changes = server.Changes;
        var second = await EnsureAsync(scenario, server, way, policy, New);

        Assert.Equal(policy switch { OnExists.Adopt => Outcome.Adopted, OnExists.Update => Outcome.Updated, _ => Outcome.Replaced }, first);
        Assert.Equal(policy switch { OnExists.Adopt => "", OnExists.Update => "PUT", _ => "DELETE POST" }, changes);
        Assert.Equal(policy == OnExists.Adopt ? Old : New, server.Passwords["mail"]);
        Assert.Equal((Outcome.Reused, changes), (second, server.Changes));
        Assert.Single(server.Passwords);
        Assert.Equal(policy == OnExists.Adopt ? 0 : 1, server.Sent(New));
    }

    [Theory]
    [InlineData(WayIn.Partial)]
    [InlineData(WayIn.Interface)]
    [InlineData(WayIn.Delegate)]
    [Trait("Feature", "A9")]
    public async Task Exists_IsAConflictByDefault_AndNothingIsSentToIt_AndOurOwnNeverTripsThat(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        await using var server = await Server.StartAsync();
        server.Passwords["mail"] = Old;
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => EnsureAsync(scenario, server, way, OnExists.Fail, New));
        Assert.Equal("mail", Assert.Single(conflict.Candidates));
        Assert.Equal(("", Old), (server.Changes, server.Passwords["mail"]));

        server.Passwords.Clear();
        Assert.Equal(Outcome.Created, await EnsureAsync(scenario, server, way, OnExists.Fail, Old));
        Assert.Equal(Outcome.Reused, await EnsureAsync(scenario, server, way, OnExists.Fail, Old));
        Assert.Equal(Outcome.Updated, await EnsureAsync(scenario, server, way, OnExists.Fail, New));
        Assert.Equal("POST PUT", server.Changes);
    }

    [Theory]
    [InlineData(WayIn.Partial)]
    [InlineData(WayIn.Interface)]
    [InlineData(WayIn.Delegate)]
    [Trait("Feature", "G2")]
    public async Task AnotherFingerprintKey_IsAnErrorOfItsOwn_UntilItIsSaidToBeLost(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        await using var server = await Server.StartAsync();
        var (first, second) = (Convert.ToBase64String(new byte[32]), Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]));
        await EnsureAsync(scenario, server, way, OnExists.Update, Old, options => options.FingerprintKey = first);

        var lost = await Assert.ThrowsAsync<FingerprintKeyException>(() => EnsureAsync(scenario, server, way, OnExists.Update, New, options => options.FingerprintKey = second));
        Assert.Equal("POST", server.Changes);
        await EnsureAsync(scenario, server, way, OnExists.Update, Old, options => (options.FingerprintKey, options.LostFingerprintKey) = (second, lost.Recorded));
        Assert.Equal("POST", server.Changes);
        Assert.Equal(Outcome.Updated, await EnsureAsync(scenario, server, way, OnExists.Update, New, options => options.FingerprintKey = second));
        Assert.Equal("POST PUT", server.Changes);
    }

    /// <summary>The reply to the first create is lost, and the secret is another one in the next run: what is there is ours by its name, and gets the new one once.</summary>
    [Theory]
    [InlineData(WayIn.Partial)]
    [InlineData(WayIn.Interface)]
    [InlineData(WayIn.Delegate)]
    public async Task SecretRotatedWhileACreateIsInDoubt_IsSentExactlyOnce(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        await using var server = await Server.StartAsync();
        server.LosesReplies = true;
        await Assert.ThrowsAnyAsync<SemelException>(() => EnsureAsync(scenario, server, way, OnExists.Update, Old));
        server.LosesReplies = false;

        await EnsureAsync(scenario, server, way, OnExists.Update, New);
        Assert.Equal(("POST PUT", New, 1), (server.Changes, server.Passwords["mail"], server.Sent(New)));
        Assert.Equal(Outcome.Reused, await EnsureAsync(scenario, server, way, OnExists.Update, New));
        Assert.Equal("POST PUT", server.Changes);
    }

    [Theory]
    [InlineData(WayIn.Partial)]
    [InlineData(WayIn.Interface)]
    [InlineData(WayIn.Delegate)]
    public async Task ChangedSecret_IsSentExactlyOnce_AndStandsInNoRecordAndNoLog(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        await using var server = await Server.StartAsync();
        Assert.Equal(Outcome.Created, await EnsureAsync(scenario, server, way, OnExists.Update, Old));
        Assert.Equal(Outcome.Updated, await EnsureAsync(scenario, server, way, OnExists.Update, New));
        Assert.Equal(Outcome.Reused, await EnsureAsync(scenario, server, way, OnExists.Update, New));

        Assert.Equal(("POST PUT", New, 1), (server.Changes, server.Passwords["mail"], server.Sent(New)));
        await foreach (var record in scenario.Repository.HistoryAsync(new("test", "Providers", "mail"), TestContext.Current.CancellationToken))
            Assert.DoesNotContain("canary", record.ToString() + (record as LiveRecord)?.Input + (record as IntentRecord)?.Input, StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.Logged, logged => logged.Message.Contains("canary", StringComparison.Ordinal));
    }

    private static async Task<Outcome> EnsureAsync(Scenario scenario, Server server, string way, OnExists policy, string password, Action<SemelOptions>? configure = null)
    {
        var semel = scenario.NewRun(configure);
        var outcomes = new ConcurrentQueue<Outcome>();
        using var observed = semel.Observe(notice => outcomes.Enqueue(notice.Outcome));
        var api = new ProviderApi(server.Http);
        await scenario.WaitingOutAsync(way switch
        {
            WayIn.Partial => new PartialProviders(api, semel).EnsureAsync(policy, "mail", password),
            WayIn.Interface => new IdempotentProviders(api, semel).EnsureAsync(policy, "mail", password),
            _ => semel.CreateOrGetAsync("Providers", "mail", (_, token) => api.PostAsync("mail", password, token), new CreateOrGetOptions<string>
            {
                Id = id => id,
                Find = async (_, token) => FoundResource.One(await api.FindAsync("mail", token), id => new FoundResource(id)),
                Update = (id, token) => api.PutAsync(id, password, token),
                Delete = api.DeleteAsync,
                Secrets = [new("password", password)],
                Guarantee = Guarantee.UniqueName,
                OnExists = policy,
                OnDrift = OnDrift.Update,
            }).ValueAsync(),
        });
        return Assert.Single(outcomes);
    }

    private sealed class Server : IAsyncDisposable
    {
        private LoopbackApi _api = null!;

        public ConcurrentDictionary<string, string> Passwords { get; } = new();

        public HttpClient Http { get; private set; } = null!;

        public string Changes => string.Join(' ', _api.Seen.Where(request => request.Method != "GET").Select(request => request.Method));

        /// <summary>How many requests held a text.</summary>
        public int Sent(string text) => _api.Seen.Count(request => request.Body.Contains(text, StringComparison.Ordinal));

        /// <summary>From the first create that is applied, every connection is closed.</summary>
        public bool LosesReplies { get; set; }

        public static async Task<Server> StartAsync()
        {
            var server = new Server();
            server._api = await LoopbackApi.StartAsync(server.AnswerAsync);
            server.Http = server._api.NewClient();
            return server;
        }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await _api.DisposeAsync();
        }

        private async Task AnswerAsync(HttpContext context)
        {
            var request = _api.Seen.Last();
            var name = request.Target.Split('/')[^1];
            var password = request.Body.Length > 0 ? JsonNode.Parse(request.Body)!["password"]!.ToString() : "";
            var exists = Passwords.ContainsKey(request.Method == "POST" ? JsonNode.Parse(request.Body)!["name"]!.ToString() : name);
            context.Response.StatusCode = (request.Method, exists) switch { ("POST", true) => 409, ("POST", false) => 201, (_, true) => 200, _ => 404 };
            if (request.Method == "POST" && !exists) Passwords[JsonNode.Parse(request.Body)!["name"]!.ToString()] = password;
            if (request.Method == "PUT" && exists) Passwords[name] = password;
            if (request.Method == "DELETE") Passwords.TryRemove(name, out _);
            if (LosesReplies && !Passwords.IsEmpty) context.Abort();
            await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = name });
        }
    }
}

internal sealed class ProviderApi(HttpClient http) : IProviders
{
    public async Task<string> PostAsync(string name, string password, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("providers", new JsonObject { ["name"] = name, ["password"] = password }, cancellationToken);
        response.EnsureSuccessStatusCode();
        return name;
    }

    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"providers/{name}", cancellationToken);
        return response.StatusCode == System.Net.HttpStatusCode.NotFound ? null : response.EnsureSuccessStatusCode().IsSuccessStatusCode ? name : null;
    }

    public async Task PutAsync(string id, string password, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync($"providers/{id}", new JsonObject { ["password"] = password }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync($"providers/{id}", cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    Task<string> IProviders.AdoptAsync(string name, string password, CancellationToken cancellationToken) => PostAsync(name, password, cancellationToken);

    Task<string> IProviders.FailAsync(string name, string password, CancellationToken cancellationToken) => PostAsync(name, password, cancellationToken);

    Task<string> IProviders.UpdateAsync(string name, string password, CancellationToken cancellationToken) => PostAsync(name, password, cancellationToken);

    Task<string> IProviders.ReplaceAsync(string name, string password, CancellationToken cancellationToken) => PostAsync(name, password, cancellationToken);
}

internal static class ProvidersByPolicy
{
    public static Task<string> EnsureAsync(this IProviders providers, OnExists policy, string name, string password) => policy switch
    {
        OnExists.Adopt => providers.AdoptAsync(name, password),
        OnExists.Update => providers.UpdateAsync(name, password),
        OnExists.Fail => providers.FailAsync(name, password),
        _ => providers.ReplaceAsync(name, password),
    };
}

/// <summary>A provider with credentials, on an interface.</summary>
internal interface IProviders
{
    [Idempotent(Key = "name", Model = "Providers", Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt, OnDrift = OnDrift.Update)]
    Task<string> AdoptAsync(string name, string password, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Providers.Fail", Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Guarantee = Guarantee.UniqueName, OnDrift = OnDrift.Update)]
    Task<string> FailAsync(string name, string password, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Providers.Update", Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Update, OnDrift = OnDrift.Update)]
    Task<string> UpdateAsync(string name, string password, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Providers.Replace", Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Delete = nameof(DeleteAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Replace, OnDrift = OnDrift.Update)]
    Task<string> ReplaceAsync(string name, string password, CancellationToken cancellationToken = default);

    Task<string?> FindAsync(string name, CancellationToken cancellationToken = default);

    Task PutAsync(string id, string password, CancellationToken cancellationToken = default);

    Task DeleteAsync(string id, CancellationToken cancellationToken = default);
}

/// <summary>A provider with credentials, by partial methods.</summary>
internal sealed partial class PartialProviders(ProviderApi api, SemelContext semel)
{
    public Task<string> EnsureAsync(OnExists policy, string name, string password) => policy switch
    {
        OnExists.Adopt => AdoptAsync(name, password),
        OnExists.Update => UpdateAsync(name, password),
        OnExists.Fail => FailAsync(name, password),
        _ => ReplaceAsync(name, password),
    };

    [Idempotent(Key = "name", Model = "Providers", Core = nameof(PostAsync), Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt, OnDrift = OnDrift.Update)]
    private partial Task<string> AdoptAsync(string name, string password, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Providers.Fail", Core = nameof(PostAsync), Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Guarantee = Guarantee.UniqueName, OnDrift = OnDrift.Update)]
    private partial Task<string> FailAsync(string name, string password, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Providers.Update", Core = nameof(PostAsync), Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Update, OnDrift = OnDrift.Update)]
    private partial Task<string> UpdateAsync(string name, string password, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Providers.Replace", Core = nameof(PostAsync), Secrets = "password", Find = nameof(FindAsync), Update = nameof(PutAsync), Delete = nameof(DeleteAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Replace, OnDrift = OnDrift.Update)]
    private partial Task<string> ReplaceAsync(string name, string password, CancellationToken cancellationToken = default);

    private Task<string> PostAsync(string name, string password, CancellationToken cancellationToken) => api.PostAsync(name, password, cancellationToken);

    private Task<string?> FindAsync(string name, CancellationToken cancellationToken) => api.FindAsync(name, cancellationToken);

    private Task PutAsync(string id, string password, CancellationToken cancellationToken) => api.PutAsync(id, password, cancellationToken);

    private Task DeleteAsync(string id, CancellationToken cancellationToken) => api.DeleteAsync(id, cancellationToken);
}
