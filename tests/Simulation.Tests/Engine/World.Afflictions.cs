namespace Semel.Simulation;

internal sealed partial class World
{
    /// <summary>The process is no more: what it waited for never comes, its locks are free, what it sent is on its way.</summary>
    public void Kill(Process process)
    {
        process.State = ProcessState.Dead;
        process.Pending.Clear();
        Timers.RemoveAll(timer => timer.Process == process);
        Store.FreeLocksOf(process);
    }

    /// <summary>This process and all that start later are of another version of the code.</summary>
    public void Upgrade(Process process) => process.Settings.KeyFormula = _keyFormula = IdempotencyKey.FormulaVersion + 1;

    /// <summary>The process stands still, with its locks, until a later stage is over.</summary>
    public void Pause(Process process)
    {
        process.State = ProcessState.Paused;
        process.PausedInStage = Stage;
    }
}
