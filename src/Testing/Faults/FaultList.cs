namespace Semel.Testing.Faults;

/// <summary>Scripted faults in their order, and which of them act on what happens.</summary>
internal sealed class FaultList<THappening, TEffect>(Func<TEffect, bool> decides)
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, Func<THappening, bool> Matches, TEffect Effect)> _faults = [];

    public Fault Add(Func<THappening, bool> matches, TEffect effect)
    {
        var fault = new Fault(Remove);
        lock (_gate) _faults.Add((fault, matches, effect));
        return fault;
    }

    /// <summary>The faults that act, up to the first that decides.</summary>
    public IReadOnlyList<(Fault Fault, TEffect Effect)> Take(THappening happening)
    {
        List<(Fault, TEffect)> taken = [];
        lock (_gate)
        {
            foreach ((Fault fault, Func<THappening, bool> matches, TEffect effect) in _faults)
            {
                if (!matches(happening) || !fault.TryTake()) continue;
                taken.Add((fault, effect));
                if (decides(effect)) break;
            }
        }

        return taken;
    }

    public void Clear()
    {
        Fault[] faults;
        lock (_gate)
        {
            faults = [.. _faults.Select(entry => entry.Fault)];
            _faults.Clear();
        }

        foreach (Fault fault in faults) fault.Release();
    }

    private void Remove(Fault fault)
    {
        lock (_gate) _faults.RemoveAll(entry => entry.Fault == fault);
    }
}
