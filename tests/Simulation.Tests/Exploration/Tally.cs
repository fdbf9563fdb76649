namespace Semel.Simulation;

/// <summary>What the histories of one setup add up to.</summary>
internal sealed class Tally(Setup setup, Budget budget)
{
    public Setup Setup => setup;

    public Budget Budget => budget;

    public long Histories { get; private set; }

    public long Merged { get; set; }

    public long States { get; set; }

    public long[] Verdicts { get; } = new long[3];

    /// <summary>The worst history of each fault that struck alone.</summary>
    public Dictionary<(FaultId Fault, Part Part), History> Worst { get; } = [];

    /// <summary>The worst history in which nothing but the order was changed.</summary>
    public History? WorstOfOrder { get; private set; }

    /// <summary>The shortest violation of each set of two or more faults.</summary>
    public Dictionary<string, History> Violations { get; } = [];

    /// <summary>How often each fault struck where.</summary>
    public Dictionary<(FaultId Fault, Await At), long> Strikes { get; } = [];

    public void Add(History history)
    {
        Histories++;
        Verdicts[(int)history.Verdict]++;
        foreach (var strike in history.Strikes) Strikes[strike] = Strikes.GetValueOrDefault(strike) + 1;
        if (history.Strikes.Count == 0 && (WorstOfOrder is null || WorstOfOrder.Verdict < history.Verdict)) WorstOfOrder = history;
        if (history.Strikes.Count == 1)
        {
            var (fault, at) = history.Strikes[0];
            var row = (fault, Parts.Of(fault, at));
            if (!Worst.TryGetValue(row, out var worst) || worst.Verdict < history.Verdict) Worst[row] = history;
        }

        if (history.Strikes.Count > 1 && history.Verdict == Verdict.Outside)
            Violations.TryAdd(string.Join('+', history.Strikes.Select(strike => $"{strike.Fault}{Parts.Of(strike.Fault, strike.At)}").Order()), history);
    }

    public override string ToString() =>
        $"{setup.Name}, {budget.Faults} faults and {budget.Switches} switches: {Histories} histories ({Merged} merged), {States} states; {Verdicts[0]} safe, {Verdicts[1]} detected, {Verdicts[2]} outside";
}
