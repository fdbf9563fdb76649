using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What happened.</summary>
internal abstract record CreateEvent
{
    private CreateEvent()
    {
    }

    /// <summary>The repository answered.</summary>
    public sealed record RecordRead(ResourceRecord? Record) : CreateEvent;

    /// <summary>The record was written; this is it with its version.</summary>
    public sealed record Written(ResourceRecord Record) : CreateEvent;

    /// <summary>Another version was there: nothing was written.</summary>
    public sealed record WriteLost : CreateEvent;

    /// <summary>A complete look found these, none or more.</summary>
    public sealed record Looked(IReadOnlyList<Sighting> Sightings) : CreateEvent;

    /// <summary>A GET or a list said that the resource is there.</summary>
    public sealed record SeenPresent(JsonObject? Body) : CreateEvent;

    /// <summary>A GET answered 404 or 410, or a complete list lacks the resource.</summary>
    public sealed record SeenAbsent : CreateEvent;

    /// <summary>A GET, a list or a DELETE answered neither present nor absent.</summary>
    public sealed record NotKnown(int? Status, string Evidence, Exception? Cause = null) : CreateEvent;

    /// <summary>The DELETE is proved to have worked: 2xx, 404 or 410.</summary>
    public sealed record Deleted : CreateEvent;

    /// <summary>The POST is proved to have been applied: 2xx with an id.</summary>
    public sealed record Applied(string Id, JsonObject Body, bool CarriesMarker) : CreateEvent;

    /// <summary>The POST is proved not to have been applied.</summary>
    public sealed record NotApplied(int? Status, string? Problem, string Evidence, Exception? Cause = null) : CreateEvent;

    /// <summary>The POST was answered with "already exists".</summary>
    public sealed record Exists(string? Problem) : CreateEvent;

    /// <summary>The POST may have been applied.</summary>
    public sealed record Ambiguous(int? Status, string Evidence, Exception? Cause = null) : CreateEvent;

    /// <summary>The time that was waited for has come.</summary>
    public sealed record Waited : CreateEvent;
}
