namespace Semel;

/// <summary>
/// A new content of a file: written and flushed to the disk beside it, then put in its place at once. Whoever reads the
/// file sees the old content or the new one; after a crash it is one of them too. The name of the temporary file is
/// fixed, so that the next write replaces what a crash left behind: only one writer at a time may be at work.
/// </summary>
internal sealed class DurableFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private bool published;

    private DurableFile(string path) => (this.path, temporary) = (path, path + ".tmp");

    public static DurableFile Prepare(string path, byte[] content)
    {
        var file = new DurableFile(path);
        try
        {
            file.Write(content);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Publish()
    {
        SharingViolation.Retry(() => File.Move(temporary, path, overwrite: true));
        published = true;
        DurableFolder.Flush(Path.GetDirectoryName(path)!);
    }

    public void Dispose()
    {
        if (!published) File.Delete(temporary);
    }

    private void Write(byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(temporary, options);
        stream.Write(content);
        DiskFlush.Flush(stream.SafeFileHandle, temporary);
    }
}
