using System.Runtime.InteropServices;

namespace Semel.Simulation;

internal sealed partial class World
{
    /// <summary>One thing happens: a process goes on, a message arrives, or time passes.</summary>
    private void Turn()
    {
        if (_endless is not null) throw new EndlessException(_endless);
        if (++_steps > MaximumSteps) throw new EndlessException($"it takes more than {MaximumSteps} steps");
        _touches = 0;
        Watchdog.Turned(this);
        FindEnabled();
        if (_enabled.Count == 0)
        {
            PassTimeToNext();
            return;
        }

        var (actor, step, message) = _enabled[ChooseActor()];
        _lastActor = actor;
        _lastMessage = message;
        if (IsPruned) return;
        if (step is not null) Release(step);
        else Apply(message!);
    }

    private void FindEnabled()
    {
        _enabled.Clear();
        foreach (var process in _processes)
        {
            if (process.State != ProcessState.Running) continue;
            if (process.Pending.Count == 0 && process.Body!.IsFaulted) throw new HarnessException("A process failed outside its intentions.", process.Body.Exception);
            foreach (var step in process.Pending)
            {
                if (step.IsEnabled) _enabled.Add((process.Index, step, null));
            }
        }

        foreach (var message in Network.InFlight)
        {
            if (message.Due <= Now) _enabled.Add((FirstMessage + message.Index, null, message));
        }
    }

    /// <summary>The last actor goes on unless another is preferred; what touches nothing shared is not worth a choice.</summary>
    private int ChooseActor()
    {
        var preferred = Preferred();
        if (_enabled.Count == 1 || IsClosing) return preferred;
        var (actor, step, message) = _enabled[preferred];
        if (step is not null && !step.At.IsShared) return preferred;

        Span<int> options = stackalloc int[_enabled.Count];
        options[0] = actor;
        var count = 1;
        foreach (var other in _enabled)
        {
            if (!options[..count].Contains(other.Actor)) options[count++] = other.Actor;
        }

        if (count == 1) return preferred;
        var (owner, at) = step is not null ? (step.Process, step.At) : (message!.Sender, message.At);
        var chosen = _chooser.Choose(this, new(owner.Index, at, owner.NextSchedule(at), true), options[..count]);
        return chosen == actor ? preferred : _enabled.FindIndex(other => other.Actor == chosen);
    }

    /// <summary>The last actor, a message of it, any message, the first process: in this order.</summary>
    private int Preferred()
    {
        var enabled = CollectionsMarshal.AsSpan(_enabled);
        for (var i = 0; i < enabled.Length; i++)
        {
            if (enabled[i].Actor == _lastActor) return i;
        }

        for (var i = 0; i < enabled.Length; i++)
        {
            if (enabled[i].Message is not null) return i;
        }

        return 0;
    }

    private void PassTimeToNext()
    {
        VirtualTimer? timer = null;
        foreach (var candidate in Timers)
        {
            if (!candidate.Process.IsActive) continue;
            if (timer is null || candidate.Due < timer.Due || (candidate.Due == timer.Due && candidate.Order < timer.Order)) timer = candidate;
        }

        var message = Network.NextDue;
        if (timer is null && message is null) throw new HarnessException($"Nothing can happen any more, yet {Waiting()}.");
        if (timer is null || (message is not null && message.Due < timer.Due))
        {
            Now = message!.Due > Now ? message.Due : Now;
            return;
        }

        Fire(timer);
    }

    private string Waiting() => string.Join("; ", _processes.Where(process => process.IsActive)
        .Select(process => $"{NameOf(process.Index)} waits for {(process.Pending.Count == 0 ? "something that is not simulated" : string.Join(", ", process.Pending.Select(step => step.At)))}"));

    private void Fire(VirtualTimer timer)
    {
        var process = timer.Process;
        if (Strike(process, new(Verb.Process, Phase.Timer), null) is null) return;
        if (!Timers.Remove(timer)) return;
        if (timer.Due > Now) Now = timer.Due;
        process.Observe((ulong)Now.Ticks);
        Tell($"{NameOf(process.Index)}: timer");
        timer.Fire();
    }

    private void Release(Step step)
    {
        if (Strike(step.Process, step.At, step) is not { } fault) return;
        if (!step.Process.Pending.Remove(step)) return;
        Tell($"{NameOf(step.Process.Index)}: {step.At}{(fault == FaultId.None ? "" : $" — {FaultCatalogue.Of(fault).Name}")}");
        step.Process.Observe((ulong)((step.At.Index << 16) + (int)fault));
        step.Complete(fault);
    }

    private void Apply(Message message)
    {
        if (Strike(message.Sender, message.At, null) is not { } fault) return;
        Network.Apply(message, fault);
        Oracle.AfterApply();
    }

    /// <summary>Chooses faults for a place. What the whole process or the world suffers happens here; the rest is for the place to act out. Null: the process stopped here.</summary>
    private FaultId? Strike(Process process, Await at, Step? step)
    {
        if (IsClosing || Stage < Setup.FaultsFrom) return FaultId.None;
        while (true)
        {
            var options = Faults.At(at);
            if (options.Length == 1) return FaultId.None;
            var chosen = (FaultId)_chooser.Choose(this, new(process.Index, at, process.NextOccurrence(at), false), options);
            if (IsPruned) return null;
            var fault = Faults.Of(chosen);
            if (chosen != FaultId.None) Tell($"{NameOf(process.Index)}: {at} — {fault.Name}");
            if (chosen != FaultId.None) Oracle.Struck(fault, at);
            if (fault.Act is null) return chosen;
            fault.Act(this, process);
            if (!process.IsActive && at.Phase != Phase.Apply) return null;
            if (step is not null && !process.Pending.Contains(step)) return null;
        }
    }
}
