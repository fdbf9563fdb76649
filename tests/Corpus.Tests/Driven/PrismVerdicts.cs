using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Driven;

/// <summary>Notes what Prism says of each request: nothing where the request fits the document.</summary>
/// <param name="creates">
/// Whether a request is the create that is driven; what looks for its resource before it finds none: Prism shows the same page for
/// ever, and every resource at every address.
/// </param>
/// <param name="isList">Whether a path lists.</param>
/// <param name="credentials">What every request carries.</param>
internal sealed class PrismVerdicts(Func<HttpMethod, string, bool>? creates, Func<string, bool> isList, IReadOnlyList<Credential> credentials) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private const string Error = "https://stoplight.io/prism/errors#";

    private bool _isCreated;

    public ConcurrentQueue<PrismVerdict> All { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var credential in credentials) Authorise(request, credential);
        var address = request.RequestUri!.PathAndQuery;
        var reply = await base.SendAsync(request, cancellationToken);
        All.Enqueue(new(request.Method.Method, address, await ProblemAsync(reply, cancellationToken), IsReplyBroken(reply)));
        if (creates?.Invoke(request.Method, address) == true) _isCreated = true;
        else if (creates is not null && !_isCreated && request.Method == HttpMethod.Get && reply.IsSuccessStatusCode) await FindNothingAsync(reply, cancellationToken);
        return reply;
    }

    private static void Authorise(HttpRequestMessage request, Credential credential)
    {
        switch (credential.In)
        {
            case "header":
                request.Headers.Remove(credential.Name);
                request.Headers.TryAddWithoutValidation(credential.Name, credential.Value);
                break;
            case "cookie":
                request.Headers.TryAddWithoutValidation("Cookie", $"{credential.Name}={credential.Value}");
                break;
            case "query" when !request.RequestUri!.Query.Contains(credential.Name + "=", StringComparison.Ordinal):
                request.RequestUri = new UriBuilder(request.RequestUri) { Query = $"{request.RequestUri.Query.TrimStart('?')}&{credential.Name}={credential.Value}".TrimStart('&') }.Uri;
                break;
        }
    }

    private async Task FindNothingAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        var page = JsonNode.Parse(await reply.Content.ReadAsStringAsync(cancellationToken));
        if (page is not JsonArray && !isList(reply.RequestMessage!.RequestUri!.AbsolutePath)) reply.StatusCode = HttpStatusCode.NotFound;
        else reply.Content = new StringContent(Emptied(page).ToJsonString(), Encoding.UTF8, "application/json");
    }

    private static JsonNode Emptied(JsonNode? page) => page is not JsonObject members
        ? new JsonArray()
        : new JsonObject(members.Where(member => member.Value is JsonObject or JsonArray).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Emptied(member.Value))));

    private static async Task<string?> ProblemAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        if (Violations(reply) is { } violations && violations.Where(violation => From(violation) == "request" && (string?)violation!["severity"] == "Error").Select(violation => violation!.ToJsonString()).ToList() is { Count: > 0 } own) return string.Join(' ', own);
        if (reply.Content.Headers.ContentType?.MediaType != "application/problem+json") return null;
        await reply.Content.LoadIntoBufferAsync(cancellationToken);
        var text = await reply.Content.ReadAsStringAsync(cancellationToken);
        // what Prism itself can't answer with is not the request's fault
        return text.Contains(Error, StringComparison.Ordinal) && (int?)JsonNode.Parse(text)!["status"] is >= 400 and < 500 ? text : null;
    }

    private static bool IsReplyBroken(HttpResponseMessage reply) => (int)reply.StatusCode >= 500 || Violations(reply)?.Any(violation => From(violation) == "response") == true;

    private static JsonArray? Violations(HttpResponseMessage reply)
    {
        if (!reply.Headers.TryGetValues("sl-violations", out var values)) return null;
        try
        {
            return JsonNode.Parse(string.Join(",", values)) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? From(JsonNode? violation) => (string?)(violation?["location"] as JsonArray)?.FirstOrDefault();
}

/// <param name="Problem">What is wrong with the request, or null.</param>
/// <param name="IsReplyBroken">Whether Prism's own reply doesn't fit the document.</param>
internal sealed record PrismVerdict(string Method, string Address, string? Problem, bool IsReplyBroken);
