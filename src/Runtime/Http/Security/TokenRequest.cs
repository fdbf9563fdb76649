using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Asks for a token of client credentials (RFC 6749, section 4.4). What a server answers reaches no message but its error code.</summary>
internal sealed class TokenRequest : IDisposable
{
    private static readonly string[] KnownErrors = ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];

    private readonly ClientCredentials _credentials;
    private readonly HttpClient _http;

    public TokenRequest(ClientCredentials credentials, HttpMessageHandler? handler)
    {
        _credentials = credentials;
        _http = handler is null
            ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            : new HttpClient(handler, disposeHandler: false);
        _http.Timeout = TimeSpan.FromSeconds(30);
    }

    public async Task<(string Token, TimeSpan? Life)> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = NewRequest();
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var body = await ReplyBody.ReadAsync(response.Content, ReplyBody.MaximumErrorBytes, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw Failed($"was answered with {(int)response.StatusCode}{Code(body.Json)}");
            return Read(body.Json as JsonObject);
        }
        catch (Exception error) when (error is (HttpRequestException and not CredentialsException) or IOException or InvalidDataException or OperationCanceledException)
        {
            throw Failed(error is OperationCanceledException ? "was not answered in time" : $"failed ({SendFailure.Describe(error)})", error);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage NewRequest()
    {
        var fields = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (_credentials.Scopes.Count > 0) fields.Add(new("scope", string.Join(' ', _credentials.Scopes)));
        if (_credentials.InForm) fields.AddRange([new("client_id", _credentials.ClientId), new("client_secret", _credentials.ClientSecret)]);
        fields.AddRange(_credentials.Fields);
        var request = new HttpRequestMessage(HttpMethod.Post, _credentials.TokenAddress) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (!_credentials.InForm) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Form(_credentials.ClientId)}:{Form(_credentials.ClientSecret)}")));
        return request;
    }

    private (string Token, TimeSpan? Life) Read(JsonObject? json)
    {
        if (json is null || !JsonLiteral.TryGetText(json["access_token"], out var token) || token.Length == 0) throw Failed("was answered without an access_token");
        if (JsonLiteral.TryGetText(json["token_type"], out var type) && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) throw Failed("was answered with a token that is no bearer token");
        var hasLife = JsonLiteral.TryGetTextOrNumber(json["expires_in"], out var text) & NumberText.TryGetInt64(text ?? "", out var seconds);
        return (token, hasLife ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue)) : null);
    }

    /// <summary>RFC 6749, section 2.3.1: both are encoded as in a form.</summary>
    private static string Form(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static string Code(JsonNode? body) =>
        JsonLiteral.TryGetText((body as JsonObject)?["error"], out var code) && KnownErrors.Contains(code, StringComparer.Ordinal) ? $" ({code})" : "";

    private CredentialsException Failed(string what, Exception? cause = null) =>
        new($"The request for a token at {_credentials.TokenAddress.GetLeftPart(UriPartial.Path)} {what}; nothing was sent to the API.", cause);
}
