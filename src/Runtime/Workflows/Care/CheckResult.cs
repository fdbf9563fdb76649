namespace Semel.Workflows;

/// <summary>What a check found.</summary>
/// <param name="Findings">By model, and in the order of the API's lists.</param>
/// <param name="Checked">How many recorded resources were compared.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, int Checked)
{
    /// <summary>Steps that could not be planned: what they create was not looked for, unless it is recorded.</summary>
    public IReadOnlyList<StepPlan> Failed { get; internal init; } = [];

    /// <summary>Nothing is left to be looked at, and every step could be planned; what is another program's doesn't count.</summary>
    public bool IsClean => Failed.Count == 0 && Findings.All(finding => finding.Fixed || finding.Kind == FindingKind.Foreign);
}
