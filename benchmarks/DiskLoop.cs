using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Semel.Benchmarks;

/// <summary>What the disk allows: a file is written, flushed, put in its place, and its folder flushed. Unix only.</summary>
internal sealed class DiskLoop(string folder, int bytes)
{
    private readonly byte[] _content = [.. Enumerable.Range(0, bytes).Select(number => (byte)number)];

    public void WriteOne(int number)
    {
        var path = Path.Combine(folder, $"{number}");
        using (var file = new FileStream(path + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(_content);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".tmp", path, overwrite: true);
        using var entry = Open(folder, 0);
        RandomAccess.FlushToDisk(entry);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
