using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What a verifying GET proves (PROTOCOL rule 6).</summary>
internal abstract record ReadReply
{
    private ReadReply()
    {
    }

    /// <summary>2xx with a JSON object. Whether it is the resource is for the caller to see, by its id.</summary>
    public sealed record Present(JsonObject Body, TimeSpan? RetryAfter = null, string? ETag = null) : ReadReply;

    /// <summary>404 or 410 from the address that was asked.</summary>
    public sealed record Absent(int Status) : ReadReply;

    /// <summary>Neither.</summary>
    public sealed record Unknown(int? Status, string Evidence, Exception? Error = null) : ReadReply;
}
