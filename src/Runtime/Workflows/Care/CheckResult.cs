namespace Semel.Workflows;

/// <summary>What a check found.</summary>
/// <param name="Findings">By model, and in the order of the API's lists.</param>
/// <param name="Checked">How many recorded resources were compared.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, int Checked)
{
    /// <summary>Nothing is left to be looked at; what is another program's doesn't count.</summary>
    public bool IsClean => Findings.All(finding => finding.Fixed || finding.Kind == FindingKind.Foreign);
}
