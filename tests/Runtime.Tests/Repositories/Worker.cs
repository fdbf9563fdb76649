using System.Diagnostics;

namespace Semel.Runtime.Tests;

/// <summary>Another process that works on a repository's folder.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    private Worker(Process process) => this.process = process;

    public static Worker Start(string command, string folder, params string[] arguments) => Start(new Dictionary<string, string>(), command, folder, arguments);

    public static Worker Start(IReadOnlyDictionary<string, string> environment, string command, string folder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Semel.Runtime.Tests.Worker.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", ["exec", program, command, folder, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
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

    public async Task<string> ErrorAsync()
    {
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return error;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
