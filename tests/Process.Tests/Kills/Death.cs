namespace Semel.Processes;

/// <summary>How a run ends: at a point, or so long after it has reported so many points. It may end by itself before that.</summary>
internal sealed record Death(string? Point, int Points = 0, TimeSpan Pause = default)
{
    /// <summary>At any moment of a run, however fast the machine is.</summary>
    public static Death AtRandom(Random random) => new(null, random.Next(32), TimeSpan.FromMilliseconds(random.Next(4)));
}
