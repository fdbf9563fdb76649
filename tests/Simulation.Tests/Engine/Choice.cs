namespace Semel.Simulation;

/// <summary>Where a choice is made: before the process does its n-th await of this kind. It stays the same when other deviations are taken away.</summary>
internal readonly record struct ChoiceKey(int Process, Await At, int Occurrence, bool IsSchedule)
{
    public override string ToString() => $"{World.NameOf(Process)} {At}{(Occurrence > 1 ? $" #{Occurrence}" : "")}";
}

/// <summary>A choice that was not the default: a fault, or another runner goes first. A history is its setup and its deviations.</summary>
internal readonly record struct Deviation(ChoiceKey Key, int Option)
{
    public override string ToString() => Key.IsSchedule
        ? $"before {Key}: {World.NameOfActor(Option)} goes first"
        : $"at {Key}: {FaultCatalogue.Of(Option).Name}";
}

/// <summary>Decides everything that is open in a history.</summary>
internal abstract class Chooser
{
    /// <summary>One of the options; the first is the default.</summary>
    public abstract int Choose(World world, in ChoiceKey key, ReadOnlySpan<int> options);
}

/// <summary>Follows a plan, and the default everywhere else.</summary>
internal class PlannedChooser(IReadOnlyList<Deviation> plan) : Chooser
{
    private readonly Dictionary<ChoiceKey, int> _plan = plan.ToDictionary(deviation => deviation.Key, deviation => deviation.Option);

    /// <summary>Deviations that came to pass, in order.</summary>
    public List<Deviation> Taken { get; } = [];

    protected bool IsPlanDone => Taken.Count == _plan.Count;

    public override int Choose(World world, in ChoiceKey key, ReadOnlySpan<int> options)
    {
        if (!_plan.TryGetValue(key, out var option) || !options.Contains(option)) return options[0];
        Taken.Add(new(key, option));
        return option;
    }

    /// <summary>What follows once the faults are over is known.</summary>
    public virtual bool KnowsEnd(World world) => false;
}
