using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Testing.Keys;

namespace Semel.Testing.Http;

/// <summary>A request that has arrived whole.</summary>
internal sealed class CloudRequest
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    public required ReceivedRequest Received { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required string? Authorization { get; init; }

    /// <summary>The body where it is a JSON object; null otherwise.</summary>
    public required JsonObject? Body { get; init; }

    /// <summary>True where a fault keeps the server at work after the request is applied.</summary>
    public bool KeepsWorking { get; set; }

    /// <summary>What was noted under the request's idempotency key, by this request.</summary>
    public KeyEntry? KeyEntry { get; set; }

    public string Method => Received.Method;

    public string Path => Received.Path;

    public static async Task<CloudRequest> ReadAsync(HttpContext http, TimeProvider clock)
    {
        HttpRequest request = http.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(http.RequestAborted);
        var headers = request.Headers
            .Where(header => !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new CloudRequest
        {
            Received = new ReceivedRequest(
                request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", null,
                headers, body.Length == 0 ? null : body, clock.GetUtcNow()),
            Query = request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString()),
            Authorization = request.Headers.Authorization,
            Body = Parse(body),
        };
    }

    private static JsonObject? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body, documentOptions: s_strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
