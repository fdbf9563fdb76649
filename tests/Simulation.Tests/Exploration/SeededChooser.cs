namespace Semel.Simulation;

/// <summary>Chooses by a random number generator, and remembers what it chose.</summary>
internal sealed class SeededChooser(Random random, int maximumFaults, double faultRate, double switchRate) : PlannedChooser([])
{
    private int _faults;

    public override int Choose(World world, in ChoiceKey key, ReadOnlySpan<int> options)
    {
        var isChosen = key.IsSchedule ? random.NextDouble() < switchRate : _faults < maximumFaults && random.NextDouble() < faultRate;
        if (!isChosen) return options[0];
        var option = options[random.Next(1, options.Length)];
        if (!key.IsSchedule) _faults++;
        Taken.Add(new(key, option));
        return option;
    }
}
