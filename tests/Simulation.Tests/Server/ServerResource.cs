namespace Semel.Simulation;

/// <summary>A resource on the server.</summary>
internal sealed class ServerResource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The instance whose create made it; null for a stranger's.</summary>
    public string? Owner { get; init; }

    public required string Size { get; init; }

    public string? Secret { get; init; }

    public List<string> Tags { get; init; } = [];

    public required TimeSpan CreatedAt { get; init; }

    /// <summary>When lists begin to show it.</summary>
    public TimeSpan VisibleAt { get; set; }

    public TimeSpan? DeletedAt { get; set; }

    /// <summary>When its making comes to nothing; null: it was made.</summary>
    public TimeSpan? FailsAt { get; set; }

    /// <summary>The server's count of changes when it was deleted.</summary>
    public int? DeletedIn { get; set; }

    /// <summary>It is gone, but reads and lists go on showing it.</summary>
    public bool IsShownAfterDelete { get; set; }

    public bool IsLive => DeletedAt is null;

    public bool IsReadable => IsLive || IsShownAfterDelete;

    public bool IsReadableAt(TimeSpan time) => CreatedAt <= time && (DeletedAt is null || DeletedAt > time || IsShownAfterDelete);

    public bool IsListedAt(TimeSpan time) => VisibleAt <= time && (DeletedAt is null || DeletedAt > time || IsShownAfterDelete);

    public bool Carries(string tag) => Tags.Contains(tag);
}
