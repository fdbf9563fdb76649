using System.Text;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http.Security;

/// <summary>Tokens of client credentials, over real HTTP: fetched once, renewed in time, and nothing but a read is ever sent twice.</summary>
public sealed class ClientCredentialsTests
{
    private const string Secret = "cl1ent/secret";

    [Fact]
    public async Task Token_IsFetchedOnce_ForAllThatWaitForIt()
    {
        await using var server = await Server.StartAsync();
        using var http = server.NewClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.SendAsync(http, HttpMethod.Get)));

        Assert.Equal(1, server.Tokens);
        Assert.All(server.Api.Seen, seen => Assert.Equal("Bearer token-1", seen.Headers["Authorization"]));
        var asked = Assert.Single(server.Issuer.Seen);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("my+id:cl1ent%2Fsecret")), asked.Headers["Authorization"]);
        Assert.Equal("grant_type=client_credentials&scope=read+write", asked.Body);
    }

    [Fact]
    public async Task Secret_GoesIntoTheFormWhereThatIsAskedFor()
    {
        await using var server = await Server.StartAsync(inForm: true);
        using var http = server.NewClient();

        await server.SendAsync(http, HttpMethod.Get);

        var asked = Assert.Single(server.Issuer.Seen);
        Assert.Contains("client_secret=cl1ent%2Fsecret", asked.Body);
        Assert.False(asked.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Token_IsRenewedAMinuteBeforeItExpires()
    {
        await using var server = await Server.StartAsync(life: 600);
        using var http = server.NewClient();

        await server.SendAsync(http, HttpMethod.Get);
        server.Time.Advance(TimeSpan.FromSeconds(539));
        await server.SendAsync(http, HttpMethod.Get);
        Assert.Equal(1, server.Tokens);
        server.Time.Advance(TimeSpan.FromSeconds(2));
        await server.SendAsync(http, HttpMethod.Get);

        Assert.Equal(2, server.Tokens);
    }

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("HEAD", 2)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("DELETE", 1)]
    public async Task Refusal_DropsTheToken_AndOnlyAReadIsSentAgain(string method, int sends)
    {
        await using var server = await Server.StartAsync();
        using var http = server.NewClient();
        server.Refused = "token-1";

        if (sends == 2) await server.SendAsync(http, new HttpMethod(method));
        else Assert.Equal(401, (await Assert.ThrowsAsync<ApiException>(() => server.SendAsync(http, new HttpMethod(method)))).Status);

        Assert.Equal(sends, server.Api.Seen.Count);
        await server.SendAsync(http, new HttpMethod(method));
        Assert.Equal("Bearer token-2", server.Api.Seen.Last().Headers["Authorization"]);
        Assert.Equal(2, server.Tokens);
    }

    [Fact]
    public async Task Refusal_OfTheNewTokenToo_IsTheReply()
    {
        await using var server = await Server.StartAsync();
        using var http = server.NewClient();
        server.Refused = "token";

        Assert.Equal(401, (await Assert.ThrowsAsync<ApiException>(() => server.SendAsync(http, HttpMethod.Get))).Status);

        Assert.Equal(2, server.Api.Seen.Count);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client","error_description":"cl1ent/secret is wrong"}""", "401 (invalid_client)")]
    [InlineData(500, "cl1ent/secret", "answered with 500")]
    [InlineData(400, """{"error":"cl1ent/secret"}""", "answered with 400")]
    [InlineData(200, "{}", "without an access_token")]
    [InlineData(200, """{"access_token":"x","token_type":"mac"}""", "no bearer token")]
    [InlineData(302, "", "answered with 302")]
    public async Task TokenThatCannotBeHad_SendsNothing_AndShowsNoSecret(int status, string body, string message)
    {
        await using var server = await Server.StartAsync(status: status, body: body);
        using var http = server.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => server.SendAsync(http, HttpMethod.Post));

        Assert.IsType<CredentialsException>(error.InnerException);
        Assert.Contains(message, error.InnerException.Message);
        Assert.DoesNotContain(Secret, error.ToString());
        Assert.Empty(server.Api.Seen);
    }

    [Theory]
    [InlineData("http://auth.example/token")]
    [InlineData("/token")]
    public void AddressThatWouldShowTheSecret_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new ClientCredentials(new Uri(address, UriKind.RelativeOrAbsolute), "id", Secret));

    [Fact]
    public async Task OneWhoGivesUpWaiting_LeavesTheTokenToTheOthers()
    {
        var gate = new TaskCompletionSource();
        await using var server = await Server.StartAsync(gate: gate.Task);
        using var http = server.NewClient();
        using var impatient = new CancellationTokenSource();

        var first = server.SendAsync(http, HttpMethod.Get, impatient.Token);
        var second = server.SendAsync(http, HttpMethod.Get);
        await server.Asked.Task;
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        await second;

        Assert.Equal(1, server.Tokens);
        Assert.Single(server.Api.Seen);
    }

    /// <summary>An API and what issues its tokens.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private bool _inForm;

        public int Tokens { get; private set; }

        /// <summary>Tokens that begin so are refused.</summary>
        public string Refused { get; set; } = "none";

        public ManualTime Time { get; } = new();

        public TaskCompletionSource Asked { get; } = new();

        public LoopbackApi Api { get; private set; } = null!;

        public LoopbackApi Issuer { get; private set; } = null!;

        public static async Task<Server> StartAsync(int life = 3600, bool inForm = false, int status = 200, string? body = null, Task? gate = null)
        {
            var server = new Server { _inForm = inForm };
            server.Api = await LoopbackApi.StartAsync(context =>
            {
                var isRefused = context.Request.Headers.Authorization.ToString().StartsWith("Bearer " + server.Refused, StringComparison.Ordinal);
                context.Response.StatusCode = isRefused ? 401 : 200;
                return Task.CompletedTask;
            });
            server.Issuer = await LoopbackApi.StartAsync(async context =>
            {
                server.Tokens++;
                server.Asked.TrySetResult();
                if (gate is not null) await gate;
                context.Response.StatusCode = status;
                if (status == 302) context.Response.Headers.Location = server.Api.Address.ToString();
                await context.Response.WriteAsync(body ?? $$"""{"access_token":"token-{{server.Tokens}}","token_type":"bearer","expires_in":{{life}}}""");
            });
            return server;
        }

        public HttpClient NewClient() => Api.NewClient(new ClientCredentialsHandler(new(new Uri(Issuer.Address, "/token"), "my id", Secret, "read", "write") { InForm = _inForm }, time: Time));

        public Task SendAsync(HttpClient http, HttpMethod method, CancellationToken cancellationToken = default) =>
            new ApiClient(http, NoRepository.Context()).SendAsync(new ApiRequest(method, "/things"), cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await Api.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
