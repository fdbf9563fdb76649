namespace Semel.Processes;

/// <summary>Processes that begin at the same moment.</summary>
internal static class Together
{
    /// <summary>All of them are ready before the first begins.</summary>
    public static async Task<IReadOnlyList<Report>> RunAsync(Order order, int count, Func<Task>? meanwhile = null)
    {
        var workers = new List<Worker>();
        try
        {
            for (var number = 0; number < count; number++) workers.Add(Worker.Start(order with { Waits = true }));
            foreach (var worker in workers) await worker.ReachAsync(Point.Ready);
            foreach (var worker in workers) worker.Go();
            if (meanwhile is not null) await meanwhile();
            var runs = await Task.WhenAll(workers.Select(worker => worker.EndAsync()));
            return [.. runs.Select(run => run.Reports[0])];
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }
}
