using System.Text;

namespace Semel;

/// <summary>The key of the secrets' fingerprints, beside the folder of the repository and not in it: who gets the records gets no key. Only its owner can read it.</summary>
internal static class FingerprintKeyFile
{
    /// <summary>Reads the key, or makes one where there is none. Of two that make it at once, one wins and both read that.</summary>
    /// <exception cref="StateException">It can't be read or made, or holds no key.</exception>
    public static byte[] GetOrCreate(string path) => FileFault.Guard(path, () =>
    {
        if (!File.Exists(path)) Create(path);
        var text = File.ReadAllText(path).Trim();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= FingerprintKey.Length
            ? bytes[..length]
            : throw new StateException($"The file {path} holds no key of fingerprints. Restore it from a backup; or, knowing that changes of secrets up to now can't be seen any more, delete it.", path);
    });

    private static void Create(string path)
    {
        DurableFolder.Create(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}-{Guid.CreateVersion7():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(FingerprintKey.Create()) + "\n"));
                DiskFlush.Flush(stream.SafeFileHandle, temporary);
            }

            File.Move(temporary, path, overwrite: false);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }
        catch (IOException) when (File.Exists(path))
        {
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
