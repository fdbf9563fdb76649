using System.Runtime.InteropServices;

namespace Semel.Processes;

/// <summary>Signals of Unix, by their numbers on Linux.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Sends a signal to this thread, so that the process is killed or stopped before this returns.</summary>
    public static void Raise(int signal) => _ = RaiseNative(signal);

    /// <summary>Sends a signal to a process.</summary>
    public static void Send(int process, int signal)
    {
        if (SendNative(process, signal) != 0) throw new InvalidOperationException($"Signal {signal} was not sent to process {process}: error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendNative(int process, int signal);

    [LibraryImport("libc", EntryPoint = "raise")]
    private static partial int RaiseNative(int signal);
}
