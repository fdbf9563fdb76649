using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What one create POST proves (PROTOCOL rule 2). Evidence is for records and messages; it never holds a body.</summary>
internal abstract record CreateReply
{
    private CreateReply()
    {
    }

    /// <summary>2xx with a JSON object. Whether it holds the id is for the caller to see; without one it proves nothing.</summary>
    public sealed record Applied(int Status, JsonObject Body) : CreateReply;

    /// <summary>It is proved that the server did not apply it.</summary>
    public sealed record NotApplied(int? Status, string? Problem, string Evidence) : CreateReply
    {
        /// <summary>The caller cancelled before the first byte.</summary>
        public bool Cancelled { get; init; }

        /// <summary>What was thrown, where there was no reply.</summary>
        public Exception? Error { get; init; }
    }

    /// <summary>409: something of this name, or this very create, is there.</summary>
    public sealed record Exists(string? Problem) : CreateReply;

    /// <summary>It may have been applied.</summary>
    public sealed record Ambiguous(int? Status, string? Problem, string Evidence) : CreateReply
    {
        /// <summary>The caller cancelled after the first byte.</summary>
        public bool Cancelled { get; init; }

        /// <summary>What was thrown, where there was no readable reply.</summary>
        public Exception? Error { get; init; }

        /// <summary>How long the API asks to wait.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
