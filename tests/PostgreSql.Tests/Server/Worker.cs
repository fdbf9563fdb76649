using System.Diagnostics;
using Semel.Processes;

namespace Semel.PostgreSqlTests;

/// <summary>Another process that uses the database.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    private Worker(Process process) => this.process = process;

    public int ProcessId { get; private init; }

    public static Worker Start(string connectionString, string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Semel.PostgreSql.Tests.Worker.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SEMEL_TEST_DATABASE"] = connectionString;
        var process = Children.Start(start);
        return new(process) { ProcessId = process.Id };
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

    /// <summary>All are ready before the first begins; gives the line that each says then.</summary>
    public static async Task<IReadOnlyList<string>> TogetherAsync(IReadOnlyList<Worker> workers, Func<Task>? meanwhile = null)
    {
        try
        {
            foreach (var worker in workers) Assert.Equal("ready", await worker.ReadLineAsync());
            foreach (var worker in workers) worker.Go();
            if (meanwhile is not null) await meanwhile();
            return await Task.WhenAll(workers.Select(worker => worker.ReadLineAsync()));
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }

    public void Dispose() => Children.End(process);
}
