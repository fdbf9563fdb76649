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
        if (!await ReadToAsync(line => line == point)) throw new InvalidOperationException($"It ended before '{point}': {await EndAsync()}");
    }

    /// <summary>Reads on until the process has reported a result.</summary>
    public Task ReachReportAsync() => ReadToAsync(Run.IsReport);

    /// <summary>Reads so many more lines; false where the process ends before that.</summary>
    public async Task<bool> PassAsync(int count)
    {
        for (; count > 0; count--)
        {
            if (await process.StandardOutput.ReadLineAsync() is not { } line) return false;
            lines.Add(line);
        }

        return true;
    }

    /// <summary>Waits until the process has come to the point and is stopped there; false where it ends before that.</summary>
    public async Task<bool> StopsAsync(string point)
    {
        if (!await ReadToAsync(line => line == point)) return false;
        await Eventually.IsAsync(() => File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[^1].StartsWith('T'), $"{this} is stopped");
        return true;
    }

    /// <summary>Sends a signal; to a process that has ended it is lost.</summary>
    public void Signal(int signal)
    {
        if (!process.HasExited) Signals.Send(process.Id, signal);
    }

    /// <summary>What it had come to when it ended.</summary>
    public async Task<Run> EndAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line) lines.Add(line);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or ExitOfKilled)) throw new InvalidOperationException($"{order}: it ended with {process.ExitCode} after {string.Join(", ", lines)}: {error}");
        return new Run(process.ExitCode == ExitOfKilled, lines);
    }

    public override string ToString() => $"process {process.Id}, {order.Kind} {order.Instance}, at {lines.LastOrDefault()}";

    public void Dispose() => Children.End(process);

    private async Task<bool> ReadToAsync(Func<string, bool> isReached)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (isReached(line)) return true;
        }

        return false;
    }
}
