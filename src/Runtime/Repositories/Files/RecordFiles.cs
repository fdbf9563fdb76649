namespace Semel;

/// <summary>The records of a folder as files. Reads need no lock; a write needs the key's write lock, held by the caller.</summary>
internal sealed partial class RecordFiles(string root, Action<WriteStep> onStep)
{
    private const int MaximumRereads = 1000;

    public ResourceRecord? Find(ResourceKey key) => Current(RecordPaths.Of(root, key), key)?.Record;

    public ResourceRecord? TryWrite(ResourceRecord record, long expectedVersion)
    {
        var paths = RecordPaths.Of(root, record.Key);
        var current = Current(paths, record.Key);
        if (current is null && expectedVersion > 0) throw paths.Source.Vanished(expectedVersion);
        if ((current?.Record.Version ?? 0) != expectedVersion) return Lost(paths);
        var content = RecordJson.Write(record with { Version = expectedVersion + 1 });
        var written = RecordJson.Read(content, paths.Source);
        onStep(WriteStep.Compared);
        using var next = DurableFile.Prepare(paths.Record, content);
        onStep(WriteStep.Prepared);
        if (current is not null) Keep(current, paths);
        onStep(WriteStep.Kept);
        next.Publish();
        onStep(WriteStep.Published);
        return written;
    }

    /// <summary>The records of a scope, or of one of its models, in no particular order.</summary>
    public IEnumerable<ResourceRecord> List(string scope, string? model)
    {
        var folders = model is not null
            ? [RecordPaths.FolderOfModel(root, scope, model)]
            : Entries(RecordPaths.FolderOfScope(root, scope), Directory.EnumerateDirectories);
        foreach (var folder in folders)
        {
            foreach (var name in NamesIn(folder))
            {
                var paths = new RecordPaths(folder, name);
                if (Current(paths, key: null) is not { } current) continue;
                if (RecordPaths.Of(root, current.Record.Key) != paths) throw paths.Source.Misplaced(current.Record.Key);
                yield return current.Record;
            }
        }
    }

    /// <summary>The version that is there may be one whose writer saw the last flush fail: whoever goes on with it needs it on the disk.</summary>
    private static ResourceRecord? Lost(RecordPaths paths)
    {
        DurableFolder.Flush(paths.Folder);
        return null;
    }

    private static void Keep(Stored current, RecordPaths paths)
    {
        DurableFolder.Create(paths.History);
        using var kept = DurableFile.Prepare(paths.Version(current.Record.Version), current.Content);
        kept.Publish();
    }

    /// <summary>
    /// The record, checked against its history: a record that is missing while earlier versions are kept, or that is older
    /// than one of them, was tampered with. Another process may write between the two looks; then the record has changed too.
    /// </summary>
    private static Stored? Current(RecordPaths paths, ResourceKey? key)
    {
        var current = Load(paths.Source, key);
        for (var reread = 0; reread < MaximumRereads; reread++)
        {
            var version = current?.Record.Version ?? 0;
            if (version == 0 ? paths.VersionsInHistory().Count == 0 : !File.Exists(paths.Version(version + 1))) return current;
            current = Load(paths.Source, key);
            if (current is null) throw paths.Source.Missing();
            if (current.Record.Version == version) throw paths.Source.RolledBack(version, version + 1);
        }
        throw paths.Source.Unreadable("it changed each time that it was read");
    }

    private static Stored? Load(RecordSource source, ResourceKey? key)
    {
        if (Read(source.Location) is not { } content) return null;
        var record = RecordJson.Read(content, source);
        return key is null || record.Key == key ? new(record, content) : throw source.OfAnotherKey(record.Key, key);
    }

    private static byte[]? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileFault.FileInTheWay(path) is null ? null : throw FileFault.Translate(exception, path);
        }
    }

    /// <summary>Of the records, and of the histories without a record.</summary>
    private static IEnumerable<string> NamesIn(string folder) =>
        Entries(folder, Directory.EnumerateFiles).Where(path => Path.GetExtension(path) == RecordPaths.Extension).Select(path => Path.GetFileNameWithoutExtension(path))
            .Union(Entries(Path.Combine(folder, RecordPaths.HistoryFolder), Directory.EnumerateDirectories).Select(path => Path.GetFileName(path)));

    private static IReadOnlyList<string> Entries(string folder, Func<string, IEnumerable<string>> enumerate)
    {
        try
        {
            return [.. enumerate(folder)];
        }
        catch (DirectoryNotFoundException exception)
        {
            return FileFault.FileInTheWay(Path.Combine(folder, "_")) is null ? [] : throw FileFault.Translate(exception, folder);
        }
    }

    private sealed record Stored(ResourceRecord Record, byte[] Content);
}
