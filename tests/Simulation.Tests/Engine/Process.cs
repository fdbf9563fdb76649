namespace Semel.Simulation;

/// <summary>A runner: a process of its own with its clock, its machine and what it waits for.</summary>
internal sealed class Process
{
    private readonly byte[] _occurrences = new byte[Await.Count];
    private readonly byte[] _schedules = new byte[Await.Count];
    private readonly World _world;
    private Hash _seen;
    private bool _isCancelling;

    public Process(World world, int index, ProcessSpec spec, int machine)
    {
        (_world, Index, Spec, Machine) = (world, index, spec, machine);
        Clock = new VirtualClock(world, this);
        Manners = new Manners(world);
    }

    public int Index { get; }

    public ProcessSpec Spec { get; }

    /// <summary>Where it runs: locks are shared on one machine only.</summary>
    public int Machine { get; set; }

    public ProcessState State { get; set; }

    public VirtualClock Clock { get; }

    /// <summary>How it treats the API.</summary>
    public Manners Manners { get; }

    /// <summary>What it is at.</summary>
    public Intention? Current { get; set; }

    public CancellationTokenSource Cancellation { get; } = new();

    public List<Step> Pending { get; } = [];

    public Task? Body { get; set; }

    /// <summary>What its intentions came to.</summary>
    public List<Finished> Finished { get; } = [];

    /// <summary>Settings that faults changed before it started.</summary>
    public ProcessSettings Settings { get; } = new();

    /// <summary>Requests of it that could have changed something, as far as they arrived.</summary>
    public int Mutations { get; set; }

    /// <summary>Faults and mutating requests before its intention, where nothing is to be done for that; null: something is.</summary>
    public (int Strikes, int Mutations)? Quiet { get; set; }

    /// <summary>The one of its stage after which it goes on, where it is paused.</summary>
    public int PausedInStage { get; set; }

    public bool IsActive => State is ProcessState.Ready or ProcessState.Running;

    /// <summary>Waits until the scheduler lets it go on; answers with the fault that the place has to act out.</summary>
    public async Task<FaultId> ReachAsync(Await at, CancellationToken cancellationToken = default, Func<bool>? enabled = null)
    {
        Settle();
        var step = new Step(this, at, enabled);
        Pending.Add(step);
        if (!cancellationToken.CanBeCanceled) return await step.Task.ConfigureAwait(false);
        using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((Step)state!).Process.Withdraw((Step)state!, token), step);
        return await step.Task.ConfigureAwait(false);
    }

    /// <summary>The caller cancels, now or, where nothing but a delay is waited for, as soon as that is over: a cancelled delay would go on elsewhere.</summary>
    public void Cancel()
    {
        if (Pending.Count > 0) Cancellation.Cancel();
        else _isCancelling = true;
    }

    /// <summary>Called by whatever the process does: it does it here, and a cancellation that waited for that comes now.</summary>
    public void Settle()
    {
        _world.AssertThread();
        if (!_isCancelling) return;
        _isCancelling = false;
        Cancellation.Cancel();
    }

    public int NextOccurrence(Await at) => ++_occurrences[at.Index];

    public int NextSchedule(Await at) => ++_schedules[at.Index];

    /// <summary>What it learnt: two processes that learnt the same are in the same place.</summary>
    public void Observe(ulong what) => _seen.Add(what);

    public void AddTo(ref Hash hash)
    {
        if (State is ProcessState.Dead or ProcessState.Ended) return;
        hash.Add(Index);
        hash.Add((int)State);
        hash.Add(Machine);
        hash.Add(Clock.Offset.Ticks);
        hash.Add(_seen.Value);
        hash.Add(_isCancelling || Cancellation.IsCancellationRequested);
        hash.Add(State == ProcessState.Paused ? PausedInStage : 0);
        hash.Add(Quiet is { } quiet && quiet.Strikes == _world.Oracle.Strikes.Count ? 1 + Mutations - quiet.Mutations : 0);
        Settings.AddTo(ref hash);
        foreach (var step in Pending) hash.Add(step.At.Index);
    }

    private void Withdraw(Step step, CancellationToken cancellationToken)
    {
        if (Pending.Remove(step)) step.Cancel(cancellationToken);
    }
}

/// <summary>The life of a process.</summary>
internal enum ProcessState
{
    Ready,
    Running,
    Paused,
    Dead,
    Ended,
}

/// <summary>What an intention came to.</summary>
/// <param name="Intention">The intention.</param>
/// <param name="Id">The id that was returned.</param>
/// <param name="Outcome">What the runtime says it did; null for what is no create and for failures.</param>
/// <param name="IsVerified">The outcome says that the remote was asked.</param>
/// <param name="Error">What was thrown.</param>
internal sealed record Finished(Intention Intention, string? Id, Outcome? Outcome, bool IsVerified, Exception? Error)
{
    /// <summary>It says that the resource is not as it is wanted.</summary>
    public bool SaysDrift { get; init; }
}
