using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What an API answered with an error status, without the request's secrets.</summary>
internal sealed record ErrorBody(JsonNode? Json, string? MediaType)
{
    public static ErrorBody Of(ReplyBody body, HttpContent content, SecretScrubber secrets) => new(secrets.Scrub(body.Json), content.Headers.ContentType?.MediaType);
}
