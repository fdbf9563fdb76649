namespace Semel.Processes;

/// <summary>
/// A program that works on one instance after the other and is killed again and again: each process first does again
/// what the one before was killed at, and then dies at the next.
/// </summary>
internal sealed class Lane(FileDataRepository repository, Tally tally)
{
    private Victim? before;

    public async Task RunAsync(IAsyncEnumerable<Victim> victims)
    {
        await foreach (var victim in victims) await KillAsync(victim);
        var last = await Worker.RunAsync(before!.Again);
        await SettleAsync(last.Reports[0]);
    }

    private async Task KillAsync(Victim victim)
    {
        foreach (var death in victim.Deaths)
        {
            var run = await RunAsync(victim.Killed with { Before = before?.Again, At = death.Point }, death);
            if (run.Killed) tally.Killed(run.LastPoint);
            if (death.Point is not null) Assert.True(run.Killed && run.LastPoint == death.Point, $"{victim.Killed.Instance}, to be killed at {death.Point}: {run}");
            if (before is not null) await SettleAsync(run.Reports[0]);
        }

        before = victim with { Left = await repository.FindAsync(victim.Killed.Key) };
    }

    private static async Task<Run> RunAsync(Order order, Death death)
    {
        using var worker = Worker.Start(order);
        if (death.Point is not null) return await worker.EndAsync();
        await worker.ReachAsync(Point.Ready);
        if (await worker.PassAsync(death.Points))
        {
            await Task.Delay(death.Pause);
            worker.Signal(Signals.Kill);
        }

        return await worker.EndAsync();
    }

    private async Task SettleAsync(Report report)
    {
        var victim = before!;
        before = null;
        if (report.IsLate) report = (await Worker.RunAsync(victim.Again with { Flight = Order.LongFlight })).Reports[0];
        tally.Ended(report);
        try
        {
            await victim.SettleAsync(victim.Again, victim.Left, report);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{victim.Killed.Instance}, killed {string.Join(" and ", victim.Deaths)}, left {victim.Left}, then {report}: {error.Message}", error);
        }
    }
}
