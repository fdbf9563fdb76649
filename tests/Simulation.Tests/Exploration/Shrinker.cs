namespace Semel.Simulation;

/// <summary>Makes a history that breaks an invariant as short as it gets: fewer deviations, fewer processes, fewer intentions.</summary>
internal static class Shrinker
{
    public static History Shrink(History history)
    {
        var (invariant, isEndless) = (history.Judgement.Violations[0].Invariant, history.Judgement.Violations[0].IsEndless);
        while (Shorter(history).FirstOrDefault(shorter => shorter.Judgement.Violations.Any(violation => violation.Invariant == invariant && violation.IsEndless == isEndless)) is { } found) history = found;
        return history;
    }

    private static IEnumerable<History> Shorter(History history)
    {
        foreach (var (setup, deviations) in Candidates(history))
        {
            var shorter = HistoryRun.Replay(setup, deviations);
            if (shorter.Deviations.Count < history.Deviations.Count || setup != history.Setup) yield return shorter;
        }
    }

    private static IEnumerable<(Setup Setup, IReadOnlyList<Deviation> Deviations)> Candidates(History history)
    {
        var (setup, deviations) = (history.Setup, history.Deviations);
        for (var process = ProcessesOf(setup) - 1; process >= 0; process--)
        {
            if (ProcessesOf(setup) > 1) yield return (setup with { Program = setup.Program.Without(process) }, Renumber(deviations, process));
        }

        foreach (var program in setup.Program.WithFewerIntentions()) yield return (setup with { Program = program }, deviations);
        for (var i = 0; i < deviations.Count; i++) yield return (setup, [.. deviations.Take(i), .. deviations.Skip(i + 1)]);
    }

    private static int ProcessesOf(Setup setup) => setup.Program.Stages.Sum(stage => stage.Count);

    /// <summary>The deviations of the processes that are left, under their new numbers.</summary>
    private static List<Deviation> Renumber(IReadOnlyList<Deviation> deviations, int removed) =>
    [
        .. deviations.Where(deviation => deviation.Key.Process != removed && !(deviation.Key.IsSchedule && deviation.Option == removed)).Select(deviation => deviation with
        {
            Key = deviation.Key with { Process = Number(deviation.Key.Process, removed) },
            Option = deviation.Key.IsSchedule && deviation.Option < World.FirstMessage ? Number(deviation.Option, removed) : deviation.Option,
        }),
    ];

    private static int Number(int process, int removed) => process > removed ? process - 1 : process;
}
