namespace Semel.Simulation;

/// <summary>A resource on the server.</summary>
internal sealed class ServerResource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The instance whose create made it; null for a stranger's.</summary>
    public string? Owner { get; init; }

    public required string Size { get; set; }

    public string? Secret { get; set; }

    public List<string> Tags { get; init; } = [];

    public required TimeSpan CreatedAt { get; init; }

    /// <summary>When it is ready, or has come to its error state.</summary>
    public TimeSpan ReadyAt { get; init; }

    /// <summary>It never becomes ready.</summary>
    public bool EndsInError { get; set; }

    /// <summary>The path of the operation that makes it; null where none does.</summary>
    public string? Operation { get; init; }

    /// <summary>How often the follow-up was done to it.</summary>
    public int Attached { get; set; }

    /// <summary>It belongs to another account: the credentials of this one don't see it.</summary>
    public bool IsOfOtherAccount { get; init; }

    /// <summary>When lists begin to show it.</summary>
    public TimeSpan VisibleAt { get; set; }

    public TimeSpan? DeletedAt { get; set; }

    /// <summary>When its making comes to nothing; null: it was made.</summary>
    public TimeSpan? FailsAt { get; set; }

    /// <summary>The server's count of changes when it was deleted.</summary>
    public int? DeletedIn { get; set; }

    /// <summary>It is gone, but reads and lists go on showing it.</summary>
    public bool IsShownAfterDelete { get; set; }

    /// <summary>Sizes that it had, each until it was changed.</summary>
    public List<(TimeSpan Until, string Size)> Earlier { get; } = [];

    public void Change(string? size, string? secret, TimeSpan now)
    {
        if (size is not null && size != Size) Earlier.Add((now, Size));
        (Size, Secret) = (size ?? Size, secret ?? Secret);
    }

    public string SizeAt(TimeSpan time)
    {
        foreach (var (until, size) in Earlier)
        {
            if (time < until) return size;
        }

        return Size;
    }

    public bool IsLive => DeletedAt is null;

    public bool IsReadable => IsLive || IsShownAfterDelete;

    public bool IsReadableAt(TimeSpan time) => CreatedAt <= time && (DeletedAt is null || DeletedAt > time || IsShownAfterDelete);

    public bool IsListedAt(TimeSpan time) => VisibleAt <= time && (DeletedAt is null || DeletedAt > time || IsShownAfterDelete);

    public string StatusAt(TimeSpan time) => time < ReadyAt ? "new" : EndsInError ? "error" : "active";

    public bool Carries(string tag) => Tags.Contains(tag);
}
