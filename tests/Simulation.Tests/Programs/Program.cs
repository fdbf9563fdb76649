namespace Semel.Simulation;

/// <summary>Stages of processes; the processes of a stage run at once.</summary>
internal sealed record Program(string Name, IReadOnlyList<IReadOnlyList<ProcessSpec>> Stages)
{
    /// <summary>What the closing runs want: the last intention of each instance.</summary>
    public ProcessSpec Closing { get; } = new(1, [.. Stages.SelectMany(stage => stage).SelectMany(process => process.Intentions).GroupBy(intention => intention.Owner).Select(group => group.Last()).Select(Settled)]);

    /// <summary>The instances under which a resource is recorded, by the one that it was made under.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ResourceKey>> Keys { get; } = Stages.SelectMany(stage => stage).SelectMany(process => process.Intentions)
        .GroupBy(intention => intention.Owner).ToDictionary(group => group.Key, group => (IReadOnlyList<ResourceKey>)[.. group.Select(intention => intention.Instance).Append(group.Key).Distinct().Select(Programs.Key)]);

    /// <summary>Time between two stages.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Runners share their locks.</summary>
    public bool IsOnOneMachine => Stages.All(stage => stage.All(process => process.Machine == 1));

    /// <summary>Its records hold what nothing else knows: a second resource, or what still has to follow.</summary>
    public bool RecordsMore => Stages.Any(stage => stage.Any(process => process.Intentions.Any(intention => intention is Create { IsFollowedUp: true } or Create { Recreate: Recreate.Force or Recreate.CreateFirst })));

    /// <summary>The program without one of its processes, counted over all stages.</summary>
    public Program Without(int process)
    {
        var stages = new List<IReadOnlyList<ProcessSpec>>();
        var number = 0;
        foreach (var stage in Stages)
        {
            var kept = stage.Where(_ => number++ != process).ToList();
            if (kept.Count > 0) stages.Add(kept);
        }

        return new(Name, stages) { Pause = Pause };
    }

    /// <summary>Every program that lacks one intention of this one.</summary>
    public IEnumerable<Program> WithFewerIntentions() =>
        from stage in Enumerable.Range(0, Stages.Count)
        from process in Enumerable.Range(0, Stages[stage].Count)
        from intention in Enumerable.Range(0, Stages[stage][process].Intentions.Count)
        where Stages[stage][process].Intentions.Count > 1
        select new Program(Name, [.. Stages.Select((processes, at) => at == stage ? Without(processes, process, intention) : processes)]) { Pause = Pause };

    public override string ToString() => string.Join(" then ", Stages.Select(stage => string.Join(" ‖ ", stage)));

    /// <summary>What was to be made anew once is not made anew in every run.</summary>
    private static Intention Settled(Intention last) => last is Create create ? create with { Recreate = Recreate.Never } : last;

    private static IReadOnlyList<ProcessSpec> Without(IReadOnlyList<ProcessSpec> processes, int process, int intention) =>
        [.. processes.Select((spec, at) => at == process ? spec with { Intentions = [.. spec.Intentions.Where((_, number) => number != intention)] } : spec)];
}
