using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What happened.</summary>
internal abstract record CreateEvent
{
    private CreateEvent()
    {
    }

    /// <summary>When it was asked for: what an answer shows may be as old as that, however late it is read.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The repository answered.</summary>
    public sealed record RecordRead(ResourceRecord? Record) : CreateEvent;

    /// <summary>The record was written; this is it with its version.</summary>
    public sealed record Written(ResourceRecord Record) : CreateEvent;

    /// <summary>Another version was there: nothing was written.</summary>
    public sealed record WriteLost : CreateEvent;

    /// <summary>A complete look found these, none or more.</summary>
    public sealed record Looked(IReadOnlyList<Sighting> Sightings) : CreateEvent;

    /// <summary>A GET or a list said that the resource is there. <paramref name="Ownership"/> says whose its marker makes it, null where none is looked for; <paramref name="Generation"/> is that of a marker of ours.</summary>
    public sealed record SeenPresent(JsonObject? Body, Readiness Readiness = Readiness.Ready, Ownership? Ownership = null, int Generation = 0) : CreateEvent;

    /// <summary>A GET answered 404 or 410 or showed a resource that is gone, or a complete list lacks it.</summary>
    public sealed record SeenAbsent : CreateEvent;

    /// <summary>A GET, a list or a DELETE answered neither present nor absent.</summary>
    public sealed record NotKnown(int? Status, string Evidence, Exception? Cause = null) : CreateEvent;

    /// <summary>The DELETE was answered with 2xx, or, not <paramref name="Confirmed"/>, with 404 or 410.</summary>
    public sealed record Deleted(bool Confirmed = true) : CreateEvent;

    /// <summary>The API read the DELETE and refused it: nothing was deleted.</summary>
    public sealed record DeleteRefused(int Status, string Evidence, Exception? Cause = null) : CreateEvent
    {
        /// <summary>The record as it was before the delete was begun, from the history.</summary>
        public LiveRecord? Before { get; init; }
    }

    /// <summary>The update was answered with 2xx.</summary>
    public sealed record Updated : CreateEvent;

    /// <summary>The API read the update and refused it: nothing of it was applied. <paramref name="IsLast"/> is true where this run has been refused for what others changed as often as it may.</summary>
    public sealed record UpdateRefused(int Status, string Evidence, Exception? Cause = null, bool IsLast = false) : CreateEvent;

    /// <summary>The POST is proved to have been applied: 2xx with an id. <paramref name="CarriesMarker"/> is null where the reply doesn't show the resource.</summary>
    public sealed record Applied(string Id, JsonObject Body, bool? CarriesMarker, bool Replayed = false) : CreateEvent;

    /// <summary>The POST was taken on: 202 with an operation and without an id.</summary>
    public sealed record Accepted(string Operation) : CreateEvent;

    /// <summary>The POST is proved not to have been applied; <paramref name="RetryAfter"/> says after what time the API takes it again.</summary>
    public sealed record NotApplied(int? Status, string? Problem, string Evidence, Exception? Cause = null, TimeSpan? RetryAfter = null) : CreateEvent;

    /// <summary>The POST was answered with "already exists".</summary>
    public sealed record Exists(string? Problem, int Status = 409) : CreateEvent;

    /// <summary>The POST may have been applied.</summary>
    public sealed record Ambiguous(int? Status, string Evidence, Exception? Cause = null, TimeSpan? RetryAfter = null) : CreateEvent;

    /// <summary>The operation is under way.</summary>
    public sealed record OperationRunning(TimeSpan? RetryAfter = null) : CreateEvent;

    /// <summary>The operation made the resource.</summary>
    public sealed record OperationSucceeded(string Id) : CreateEvent;

    /// <summary>The operation failed: nothing was made.</summary>
    public sealed record OperationFailed(string Evidence) : CreateEvent;

    /// <summary>The follow-up is done, now or before.</summary>
    public sealed record FollowedUp : CreateEvent;

    /// <summary>The follow-up threw.</summary>
    public sealed record FollowUpFailed(Exception Cause) : CreateEvent;

    /// <summary>The time that was waited for has come.</summary>
    public sealed record Waited : CreateEvent;
}
