using System.Collections.Concurrent;
using System.Diagnostics;

namespace Semel.Processes;

/// <summary>Every process that the tests started and that may still run; none outlives them.</summary>
internal static class Children
{
    private static readonly ConcurrentDictionary<Process, byte> Alive = new();

    static Children() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in Alive.Keys) End(process);
    };

    public static Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        Alive.TryAdd(process, 0);
        return process;
    }

    /// <summary>Kills the process if it still runs, a stopped one too.</summary>
    public static void End(Process process)
    {
        if (!Alive.TryRemove(process, out _)) return;
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
