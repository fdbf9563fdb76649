using System.Text.Json;

namespace Semel;

/// <summary>
/// Who holds a lock, for people: written by the holder beside the lock, gone when it is done. It is not durable and proves
/// nothing: a holder that was killed leaves it behind. That it cannot be written or read stops nobody.
/// </summary>
internal static class HolderFile
{
    public static void Write(string path, Runner runner)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(path, options);
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(RecordMapping.ToDocument(runner), RecordJsonContext.Strict.RunnerDocument));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(path);
        }
    }

    public static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Null where there is none, or none that can be read.</summary>
    public static Runner? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return JsonSerializer.Deserialize(stream, RecordJsonContext.Strict.RunnerDocument) is { } document ? RecordMapping.ToRunner(document) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
