using System.Runtime.InteropServices;

namespace Semel;

/// <summary>Tells a folder from a copy of it, also where both have the same path.</summary>
internal static partial class FolderIdentity
{
    private const int CurrentFolder = -100;
    private const uint FileNumber = 0x100;
    private const uint BirthTime = 0x800;

    /// <summary>On Linux the file system, the number and the birth of the folder, elsewhere its path; null where there is no folder.</summary>
    public static string? Of(string folder)
    {
        if (!OperatingSystem.IsLinux()) return Directory.Exists(folder) ? folder : null;
        try
        {
            if (StatX(CurrentFolder, folder, 0, FileNumber | BirthTime, out var found) != 0 || (found.Mask & FileNumber) == 0) return null;
            var birth = (found.Mask & BirthTime) != 0 ? $":{found.BirthSeconds}.{found.BirthNanoseconds:000000000}" : "";
            return $"{found.DeviceMajor}:{found.DeviceMinor}:{found.FileNumber}{birth}";
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Status status);

    /// <summary><c>struct statx</c>, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(0)]
        public readonly uint Mask;

        [FieldOffset(32)]
        public readonly ulong FileNumber;

        [FieldOffset(80)]
        public readonly long BirthSeconds;

        [FieldOffset(88)]
        public readonly uint BirthNanoseconds;

        [FieldOffset(136)]
        public readonly uint DeviceMajor;

        [FieldOffset(140)]
        public readonly uint DeviceMinor;
    }
}
