namespace Semel.Simulation;

/// <summary>One await of a process: it goes on when the scheduler lets it.</summary>
internal sealed class Step(Process process, Await at, Func<bool>? enabled)
{
    // continuations run inside SetResult, on the scheduler's thread: nothing of a history runs anywhere else
    private readonly TaskCompletionSource<FaultId> _reached = new();

    public Process Process => process;

    public Await At => at;

    public bool IsEnabled => enabled is null || enabled();

    public Task<FaultId> Task => _reached.Task;

    public void Complete(FaultId fault) => _reached.SetResult(fault);

    public void Cancel(CancellationToken cancellationToken) => _reached.TrySetCanceled(cancellationToken);
}
