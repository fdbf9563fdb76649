namespace Semel.Simulation;

/// <summary>Runs a setup under a chooser, then without faults until nothing changes any more, and judges what is left.</summary>
internal sealed class HistoryRun(Setup setup, PlannedChooser chooser, List<string>? story = null)
{
    private readonly World _world = new(setup, chooser) { Story = story };

    /// <summary>The explorer knows what follows, and stopped it.</summary>
    public bool IsPruned => _world.IsPruned;

    public static History Of(Setup setup, PlannedChooser chooser, List<string>? story = null) => new HistoryRun(setup, chooser, story).Run();

    public static History Replay(Setup setup, IReadOnlyList<Deviation> deviations, List<string>? story = null) => Of(setup, new PlannedChooser(deviations), story);

    public History Run()
    {
        try
        {
            return new(setup, [], [], RunToItsEnd()) { Deviations = [.. chooser.Taken], Strikes = _world.Oracle.Strikes };
        }
        catch (HarnessException broken) when (story is null)
        {
            throw new HarnessException($"{broken.Message} {setup.Name}: {string.Join("; ", chooser.Taken)}\n{string.Join('\n', TellBroken())}", broken);
        }
    }

    private Judgement RunToItsEnd()
    {
        try
        {
            return RunWhole();
        }
        catch (EndlessException endless)
        {
            _world.Oracle.GoesOnForever(endless.Message);
            return Judge(false);
        }
    }

    private Judgement RunWhole()
    {
        foreach (var stage in setup.Program.Stages)
        {
            _world.RunStage(stage);
            if (_world.IsPruned) return Judge(false);
            _world.PassTime(setup.Program.Pause);
        }

        _world.PassTime(Times.Pause);
        _world.IsPruned = chooser.KnowsEnd(_world);
        return Judge(!_world.IsPruned && Close());
    }

    private Judgement Judge(bool isConverged) => new(_world.Oracle.Violations, isConverged, _world.Oracle.IsDetected);

    /// <summary>Faults stop; late messages arrive; clean runs must come to rest.</summary>
    private bool Close()
    {
        _world.IsClosing = true;
        _world.Store.Heal();
        _world.Server.Heal();
        _world.ResumePaused();
        CleanRun();
        _world.DeliverEverything();
        _world.PassTime(Times.Pause);
        var last = CleanRun();
        if (last.Finished.Exists(finished => finished.Error is not null)) last = CleanRun();
        _world.Server.Advance(_world.Now);
        var isConverged = _world.Oracle.CheckConvergence(last);
        _world.Oracle.CheckOrphans(last);
        if (!isConverged) return false;
        var (mutations, writes) = (_world.Server.Mutations, _world.Store.Writes);
        CleanRun();
        _world.Oracle.CheckQuiet(_world.Server.Mutations - mutations, _world.Store.Writes - writes);
        return true;
    }

    private Process CleanRun()
    {
        _world.RunStage([setup.Program.Closing]);
        _world.PassTime(Times.Pause);
        return _world.Processes[^1];
    }

    private List<string> TellBroken()
    {
        var told = new List<string>();
        try
        {
            Replay(setup, chooser.Taken, told);
        }
        catch (HarnessException again)
        {
            told.Add(again.Message);
        }

        return told;
    }
}
