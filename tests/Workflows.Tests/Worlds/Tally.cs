namespace Semel.Workflows.Tests.Worlds;

/// <summary>What the compared worlds were like, and where a run was not as it was planned.</summary>
internal sealed class Tally
{
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private readonly Dictionary<Situation, int> _situations = [];

    public int Compared { get; set; }

    /// <summary>Requests that were planned with a value which only a create tells.</summary>
    public int UnknownValues { get; private set; }

    public List<string> Differences { get; } = [];

    public int Of(Verdict verdict) => _verdicts.GetValueOrDefault(verdict);

    public int Of(Situation situation) => _situations.GetValueOrDefault(situation);

    public void Add(World world)
    {
        foreach (var situation in new[] { world.Network, world.Server }) _situations[situation] = Of(situation) + 1;
    }

    public void Add(WorkflowPlan plan)
    {
        foreach (var resource in plan.Steps.SelectMany(step => step.Resources).Where(resource => plan.Refreshed || resource.Verdict == Verdict.Unknown))
        {
            _verdicts[resource.Verdict] = Of(resource.Verdict) + 1;
            if (plan.Refreshed && resource.Fingerprint is null) UnknownValues++;
        }
    }

    public override string ToString() => $"{string.Join(", ", _verdicts)}, {string.Join(", ", _situations)}, {UnknownValues} unknown values";
}
