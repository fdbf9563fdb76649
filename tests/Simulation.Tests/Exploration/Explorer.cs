namespace Semel.Simulation;

/// <summary>How far an exploration goes.</summary>
/// <param name="Faults">Faults in one history.</param>
/// <param name="Switches">Times that another actor goes first.</param>
internal readonly record struct Budget(int Faults, int Switches);

/// <summary>
/// Runs every history of a setup within a budget, the ones with the fewest deviations first. A state that an earlier
/// history went through is not entered again: what follows is known.
/// </summary>
internal sealed class Explorer(Setup setup, Budget budget, Action<History> visit, bool merges = true, bool skipsAlike = false)
{
    /// <summary>A wait is many timers, one like the other: the first ones stand for all.</summary>
    private const int AlikeFrom = 2;

    private readonly Dictionary<ulong, int> _states = [];
    private readonly List<Judgement> _judgements = [];
    private readonly bool _merges = merges;
    private readonly bool _skipsAlike = skipsAlike;
    private readonly Queue<Plan> _plans = new([new Plan([], budget)]);

    public long Histories => _judgements.Count;

    /// <summary>Histories that ended in a state that was known.</summary>
    public long Merged { get; private set; }

    public int States => _states.Count;

    /// <summary>Stops early where <paramref name="isEnough"/> says so.</summary>
    public void Run(Func<bool>? isEnough = null)
    {
        while (_plans.TryDequeue(out var plan))
        {
            var chooser = new Expanding(this, plan);
            var history = new HistoryRun(setup, chooser).Run();
            if (chooser.Known is { } known)
            {
                Merged++;
                if (known == _judgements.Count) throw new HarnessException($"{history} came back to a state of its own.");
                history = history with { Judgement = _judgements[known] };
            }

            _judgements.Add(history.Judgement);
            visit(history);
            if (isEnough?.Invoke() == true) return;
        }
    }

    private sealed record Plan(Deviation[] Deviations, Budget Left)
    {
        public bool HasFault => Array.Exists(Deviations, deviation => !deviation.Key.IsSchedule);
    }

    /// <summary>Follows a plan; past its last deviation it plans the next ones at every choice.</summary>
    private sealed class Expanding(Explorer explorer, Plan plan) : PlannedChooser(plan.Deviations)
    {
        /// <summary>The history that knows what follows.</summary>
        public int? Known { get; private set; }

        public override int Choose(World world, in ChoiceKey key, ReadOnlySpan<int> options)
        {
            if (!IsPlanDone) return base.Choose(world, key, options);
            if (key is { At.Phase: Phase.Timer or Phase.Lock, Occurrence: > AlikeFrom }) return options[0];
            if (IsKnown(HashOf(world, key)))
            {
                world.IsPruned = true;
                return options[0];
            }

            var left = key.IsSchedule ? plan.Left with { Switches = plan.Left.Switches - 1 } : plan.Left with { Faults = plan.Left.Faults - 1 };
            if (left is { Faults: >= 0, Switches: >= 0 })
            {
                foreach (var option in options[1..])
                {
                    var isAlike = !key.IsSchedule && explorer._skipsAlike && FaultSets.Alike.Contains((FaultId)option);
                    if (isAlike && plan.HasFault) continue;
                    explorer._plans.Enqueue(new([.. plan.Deviations, new(key, option)], isAlike ? left with { Faults = 0 } : left));
                }
            }

            return options[0];
        }

        public override bool KnowsEnd(World world)
        {
            var hash = new Hash(world.StateHash());
            hash.Add(-1);
            return IsKnown(hash.Value);
        }

        /// <summary>Enters a state; true where an earlier history was there.</summary>
        private bool IsKnown(ulong state)
        {
            if (!explorer._merges || explorer._states.TryAdd(state, explorer._judgements.Count)) return false;
            Known = explorer._states[state];
            return true;
        }

        private ulong HashOf(World world, in ChoiceKey key)
        {
            var hash = new Hash(world.StateHash());
            hash.Add(plan.Left.Faults);
            hash.Add(plan.Left.Switches);
            hash.Add(key.IsSchedule);
            hash.Add(key.Process);
            hash.Add(key.At.Index);
            return hash.Value;
        }
    }
}
