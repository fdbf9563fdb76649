using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What one create POST proves (PROTOCOL rule 2). Evidence is for records and messages; it never holds a body.</summary>
internal abstract record CreateReply
{
    private CreateReply()
    {
    }

    /// <summary>2xx with a JSON object, or with what <see cref="CreatePost.TakesAnyJson"/> makes one. Whether it holds the id is for the caller to see; without one it proves nothing.</summary>
    public sealed record Applied(int Status, JsonObject Body, HttpResponseHeaders Headers) : CreateReply;

    /// <summary>It is proved that the server did not apply it.</summary>
    public sealed record NotApplied(int? Status, string? Problem, string Evidence) : CreateReply
    {
        /// <summary>How long the API asks to wait.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>The caller cancelled before the first byte.</summary>
        public bool Cancelled { get; init; }

        /// <summary>What was thrown, where there was no reply; else the error that the reply is.</summary>
        public Exception? Error { get; init; }
    }

    /// <summary>409 or a declared status: something of this name, or this very create, is there.</summary>
    public sealed record Exists(string? Problem, int Status) : CreateReply;

    /// <summary>It may have been applied.</summary>
    public sealed record Ambiguous(int? Status, string? Problem, string Evidence) : CreateReply
    {
        /// <summary>Of a 2xx without a body and of a 303: they may name what was created. Else null.</summary>
        public HttpResponseHeaders? Headers { get; init; }

        /// <summary>The caller cancelled after the first byte.</summary>
        public bool Cancelled { get; init; }

        /// <summary>What was thrown, where there was no readable reply.</summary>
        public Exception? Error { get; init; }

        /// <summary>How long the API asks to wait.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
