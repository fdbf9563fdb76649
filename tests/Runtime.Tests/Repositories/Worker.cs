using System.Diagnostics;

namespace Semel.Runtime.Tests;

/// <summary>Another process that works on a repository's folder.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    private Worker(Process process) => this.process = process;

    public int ProcessId => process.Id;

    public static Worker Start(string command, string folder, params string[] arguments) => Start([], [], command, folder, arguments);

    /// <param name="environment">Variables that it gets besides those of the test.</param>
    /// <param name="under">A program, with its arguments, that starts the worker: <c>strace</c>, <c>unshare</c>.</param>
    /// <param name="command">What it does.</param>
    /// <param name="folder">The folder of the repository.</param>
    /// <param name="arguments">What the command needs.</param>
    public static Worker Start(Dictionary<string, string> environment, string[] under, string command, string folder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Semel.Runtime.Tests.Worker.dll");
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] line = [.. under, host, "exec", program, command, folder, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Whether the program can be run here, and is allowed to do what its arguments say.</summary>
    public static bool CanRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public async Task<string> ReadLineAsync() => await process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException($"The worker ended: {await process.StandardError.ReadToEndAsync()}");

    public void Go() => process.StandardInput.WriteLine();

    /// <summary>SIGKILL: nothing in the process runs any more. Gives what it had reported and was not read.</summary>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return rest.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Everything that it said until its end.</summary>
    public async Task<(IReadOnlyList<string> Lines, string Error)> EndAsync()
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output.Split('\n', StringSplitOptions.RemoveEmptyEntries), await error);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
