using System.Diagnostics;

namespace Semel.Runtime.Tests;

/// <summary>A file system of its own on a folder: it can be small, and it can be read-only even for root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    /// <summary>Null where this user may not mount.</summary>
    public static SmallDisk? TryMount(string folder, string options) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "semel-test", folder) ? new(folder) : null;

    public void Remount(string options) => Assert.True(Run("mount", "-o", $"remount,{options}", folder));

    public void Dispose() => Assert.True(Run("umount", folder));

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
