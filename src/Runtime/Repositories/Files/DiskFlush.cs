using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Semel;

/// <summary>Waits until what was written is on the disk. On Linux .NET calls fsync too, and does not notice when it fails.</summary>
internal static partial class DiskFlush
{
    private const int Interrupted = 4;
    private const int Invalid = 22;
    private const int NotSupported = 95;

    /// <exception cref="IOException">The disk failed: what was written may be lost.</exception>
    public static void Flush(SafeFileHandle handle, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(handle);
            return;
        }
        while (FSync(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error is Invalid or NotSupported) return; // a file system that has nothing to flush
            if (error != Interrupted) throw new IOException($"{path} cannot be flushed to the disk: {new Win32Exception(error).Message}", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle handle);
}
