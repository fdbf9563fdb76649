namespace Semel.Simulation;

/// <summary>Sees a history that takes no step at all any more: code that neither waits nor touches anything that is simulated cannot be stopped, only named.</summary>
internal sealed class Watchdog(TimeSpan patience)
{
    [ThreadStatic]
    private static Watched? _watched;

    private readonly List<Watched> _all = [];

    /// <summary>Far beyond what a step takes on a machine that is busy with other things.</summary>
    public static Watchdog Default => new(TimeSpan.FromMinutes(2));

    /// <summary>The thread that calls it is watched.</summary>
    public void Watch()
    {
        _watched = new();
        lock (_all) _all.Add(_watched);
    }

    /// <summary>The thread that calls it has no history any more.</summary>
    public void Leave()
    {
        lock (_all) _all.Remove(_watched!);
    }

    /// <summary>A history took a step.</summary>
    public static void Turned(World world)
    {
        if (_watched is not { } watched) return;
        watched.World = world;
        watched.Turns++;
    }

    /// <exception cref="HarnessException">A history stands still.</exception>
    public void Check()
    {
        lock (_all)
        {
            foreach (var watched in _all)
            {
                if (watched.StandsFor(patience)) throw new HarnessException($"A history took no step for {patience}: {watched.World?.Described}");
            }
        }
    }

    private sealed class Watched
    {
        private long _seen = -1;
        private long _since;

        public World? World;
        public long Turns;

        public bool StandsFor(TimeSpan patience)
        {
            var turns = Volatile.Read(ref Turns);
            if (turns != _seen) (_seen, _since) = (turns, Environment.TickCount64);
            return Environment.TickCount64 - _since >= patience.TotalMilliseconds;
        }
    }
}
