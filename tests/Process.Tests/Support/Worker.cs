using System.Diagnostics;

namespace Semel.Processes;

/// <summary>A run in a process of its own, as its parent sees it.</summary>
internal sealed class Worker : IDisposable
{
    private const int ExitOfKilled = 128 + Signals.Kill;

    private readonly Process process;
    private readonly Order order;
    private readonly List<string> lines = [];

    private Worker(Process process, Order order) => (this.process, this.order) = (process, order);

    public int Id => process.Id;

    public static Worker Start(Order order)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signals are those of Linux.");
        var program = Path.Combine(AppContext.BaseDirectory, "Semel.Process.Tests.Worker.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. order.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TC_CallCounting"] = "0"; // a process of a fifth of a second gains nothing from code that is compiled twice
        return new(Children.Start(start), order);
    }

    /// <summary>Runs until the process ends, by itself or by its own signal.</summary>
    public static async Task<Run> RunAsync(Order order)
    {
        using var worker = Start(order);
        return await worker.EndAsync();
    }

    /// <summary>Lets one that waits begin.</summary>
    public void Go() => process.StandardInput.WriteLine();

    /// <summary>Reads on until the process has reported the point.</summary>
    public async Task ReachAsync(string point)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line == point) return;
        }

        throw new InvalidOperationException($"It ended before '{point}': {await EndAsync()}");
    }

    public void Signal(int signal) => Signals.Send(process.Id, signal);

    /// <summary>What it had come to when it ended.</summary>
    public async Task<Run> EndAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line) lines.Add(line);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or ExitOfKilled)) throw new InvalidOperationException($"{order}: it ended with {process.ExitCode} after {string.Join(", ", lines)}: {error}");
        var report = lines is [.., ['{', ..] last] ? Report.Parse(last) : null;
        return new Run(process.ExitCode == ExitOfKilled, report, lines);
    }

    public void Dispose() => Children.End(process);
}
