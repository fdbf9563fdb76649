namespace Semel;

/// <summary>
/// The history: contiguous up to the record. Versions are added at its new end and removed at its old end, one by one and
/// durably; so a reader that goes from the new end to the old one needs no lock, and a crash leaves no gap.
/// </summary>
internal sealed partial class RecordFiles
{
    /// <summary>Every version that is kept, oldest first.</summary>
    public IReadOnlyList<ResourceRecord> History(ResourceKey key) => [.. Versions(key).Select(stored => stored.Record)];

    /// <summary>What would go; null where nothing would.</summary>
    public RemovedVersions? Surplus(ResourceKey key, Retention retention)
    {
        var stored = Versions(key);
        var surplus = retention.Surplus([.. stored.Select(version => version.Record)]);
        return surplus == 0 ? null : new(key, stored[0].Record.Version, stored[surplus - 1].Record.Version, stored.Take(surplus).Sum(version => version.Content.LongLength));
    }

    /// <summary>Removes the oldest versions up to one of them, at most so many at once. Needs the key's write lock, held by the caller.</summary>
    /// <returns>What was removed; null when nothing is left to remove, or the record is not at rest any more.</returns>
    public RemovedVersions? RemoveOldest(ResourceKey key, long last, int most)
    {
        var paths = RecordPaths.Of(root, key);
        if (!Retention.IsAtRest(Current(paths, key)?.Record)) return null;
        var versions = paths.VersionsInHistory().TakeWhile(version => version <= last).Take(most).ToList();
        if (versions.Count == 0) return null;
        var bytes = 0L;
        foreach (var version in versions)
        {
            var path = paths.Version(version);
            bytes += new FileInfo(path).Length;
            SharingViolation.Retry(() => File.Delete(path));
            DurableFolder.Flush(paths.History);
            onStep(WriteStep.Removed);
        }
        return new(key, versions[0], versions[^1], bytes);
    }

    private List<Stored> Versions(ResourceKey key)
    {
        var paths = RecordPaths.Of(root, key);
        var found = new List<Stored>();
        for (var next = Current(paths, key); next is not null; next = Before(next, paths, key)) found.Add(next);
        found.Reverse();
        return found;
    }

    private static Stored? Before(Stored after, RecordPaths paths, ResourceKey key)
    {
        var version = after.Record.Version - 1;
        var source = new RecordSource(paths.Version(version), "a backup");
        if (version == 0 || Load(source, key) is not { } found)
            return paths.VersionsInHistory().Any(older => older < version) ? throw paths.Source.Gap(version) : null;
        return found.Record.Version == version ? found : throw source.Unreadable($"it holds version {found.Record.Version}");
    }
}
