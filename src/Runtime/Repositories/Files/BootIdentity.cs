using System.Runtime.InteropServices;
using System.Text;

namespace Semel;

/// <summary>Names the time from one start of the machine to the next; null where the system doesn't tell.</summary>
internal static partial class BootIdentity
{
    private const string OnLinux = "/proc/sys/kernel/random/boot_id";
    private const string OnMac = "kern.bootsessionuuid";
    private const int TimeOfDay = 3;

    public static string? Current()
    {
        try
        {
            if (OperatingSystem.IsLinux()) return File.ReadAllText(OnLinux).Trim() is { Length: > 0 } boot ? boot : null;
            if (OperatingSystem.IsMacOS()) return ReadMac();
            return OperatingSystem.IsWindows() ? ReadWindows() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    private static string? ReadMac()
    {
        var text = new byte[64];
        var length = (nuint)text.Length;
        return Sysctl(OnMac, text, ref length, 0, 0) == 0 && length > 1 ? Encoding.ASCII.GetString(text, 0, (int)length - 1) : null;
    }

    /// <summary>The time of the boot without what the clock was changed by since.</summary>
    private static string? ReadWindows() =>
        QuerySystem(TimeOfDay, out var time, Marshal.SizeOf<SystemTime>(), out _) == 0 ? $"{time.Boot - time.BootBias:x}" : null;

    [LibraryImport("libc", EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Sysctl(string name, [Out] byte[] value, ref nuint length, nint newValue, nuint newLength);

    [LibraryImport("ntdll", EntryPoint = "NtQuerySystemInformation")]
    private static partial int QuerySystem(int kind, out SystemTime value, int length, out int written);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct SystemTime
    {
        public readonly long Boot;
        public readonly long Now;
        public readonly long Zone;
        public readonly uint ZoneId;
        public readonly uint Reserved;
        public readonly long BootBias;
        public readonly long SleepBias;
    }
}
