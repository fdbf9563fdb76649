using System.Globalization;

namespace Semel;

/// <summary>
/// Where the files of one record are: <c>scope/model/instance.json</c>, its earlier versions in
/// <c>scope/model/.history/instance/</c>, its locks in <c>scope/model/.locks/</c>.
/// </summary>
internal sealed record RecordPaths(string Folder, string Name)
{
    public const string Extension = ".json";
    public const string HistoryFolder = ".history";
    private const string LockFolder = ".locks";

    public static RecordPaths Of(string root, ResourceKey key) =>
        new(FolderOfModel(root, key.Scope, key.Model), StorageName.OfInstance(key));

    public static string FolderOfScope(string root, string scope) => Path.Combine(root, StorageName.OfScope(scope));

    public static string FolderOfModel(string root, string scope, string model) =>
        Path.Combine(FolderOfScope(root, scope), StorageName.OfModel(scope, model));

    public string Record => Path.Combine(Folder, Name + Extension);

    public string History => Path.Combine(Folder, HistoryFolder, Name);

    public string Locks => Path.Combine(Folder, LockFolder);

    /// <summary>Held for the milliseconds of one compare-and-set.</summary>
    public string WriteLock => Path.Combine(Locks, Name + ".write.lock");

    /// <summary>Held by a runner while it works on the key.</summary>
    public string RunnerLock => Path.Combine(Locks, Name + ".run.lock");

    /// <summary>Says who holds the runner's lock.</summary>
    public string Holder => Path.Combine(Locks, Name + ".run.json");

    public RecordSource Source => new(Record, History);

    public string Version(long version) =>
        Path.Combine(History, version.ToString(CultureInfo.InvariantCulture) + Extension);

    /// <summary>The versions that the history holds, ascending.</summary>
    public IReadOnlyList<long> VersionsInHistory()
    {
        try
        {
            return [.. Directory.EnumerateFiles(History).Select(NumberOf).OfType<long>().Order()];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static long? NumberOf(string path) =>
        Path.GetExtension(path) == Extension && long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
