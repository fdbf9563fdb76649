using System.Collections.Concurrent;

namespace Semel;

/// <summary>The folder of a repository. Once it was seen it has to stay: a disk that was taken away is not an empty repository.</summary>
internal sealed class RepositoryFolder(string path)
{
    private const int AccessDenied = 13;

    private readonly ConcurrentDictionary<string, bool> prepared = new(StringComparer.Ordinal);

    private volatile bool seen;

    public string Path => path;

    /// <exception cref="StateException">It was there before and isn't any more.</exception>
    public void Require()
    {
        if (Directory.Exists(path)) seen = true;
        else if (seen && FileFault.FileInTheWay(System.IO.Path.Combine(path, "_")) is null) throw new StateException(
            $"The folder {path} of the data repository was there before and is gone. It is not taken for empty, because resources may exist. Bring it back (is its disk mounted?) and run again.", path);
    }

    /// <summary>Makes a folder of the repository. It, and those between it and the repository, outlive a loss of power, whoever made them.</summary>
    public void Prepare(string folder)
    {
        Require();
        DurableFolder.Create(folder);
        if (prepared.ContainsKey(folder)) return;
        for (var below = folder; below != path; below = System.IO.Path.GetDirectoryName(below)!) DurableFolder.Flush(System.IO.Path.GetDirectoryName(below)!);
        FlushParent();
        prepared.TryAdd(folder, true);
    }

    /// <summary>A parent that may not be read is somebody else's, who made the folder in it long ago.</summary>
    private void FlushParent()
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(path) is { } parent) DurableFolder.Flush(parent);
        }
        catch (IOException exception) when (exception.HResult == AccessDenied)
        {
        }
    }
}
