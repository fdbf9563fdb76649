using System.Text;

namespace Semel.Simulation;

/// <summary>Each guard of the production code is switched off once; the simulation finds the shortest history that shows what it is good for.</summary>
public sealed class NegativeControlTests(ITestOutputHelper output)
{
    private static readonly Lazy<(Control Control, History? Sound, History? Broken)[]> Results = new(() => Workers.Run(Controls.All, control => (control, Worse(control.Sound, control), Worse(control.Broken, control))));

    [Fact]
    public void GuardThatIsSwitchedOff_IsMissed()
    {
        foreach (var (control, _, broken) in Results.Value) output.WriteLine($"{control}: {broken?.ToString() ?? "NOTHING HAPPENS"}");
        Assert.Empty(Results.Value.Where(result => result.Broken is null).Select(result => $"{result.Control}"));
    }

    [Fact]
    public void SameFaultsWithTheGuard_DoNoHarm()
    {
        var harmed = Results.Value.Where(result => result.Sound is not null).Select(result => $"{result.Control}: {result.Sound}").ToList();
        harmed.ForEach(output.WriteLine);
        Assert.Empty(harmed);
    }

    [Fact]
    public void EveryRule_HasItsControls() =>
        Assert.Equal(Enumerable.Range(1, 13), Controls.All.Select(control => control.Rule).Where(rule => rule.StartsWith("Rule ", StringComparison.Ordinal)).Select(rule => int.Parse(rule[5..], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order());

    [Fact]
    public void ShortestHistories_AreAsDocumented()
    {
        var text = new StringBuilder("| rule | guard that is switched off | guarantee, program | shortest history | what breaks |\n|---|---|---|---|---|\n");
        foreach (var (control, _, broken) in Results.Value)
        {
            Assert.NotNull(broken);
            text.Append($"| {control.Rule} | {control.Guard} | {broken.Setup.Name} | {(broken.Deviations.Count == 0 ? "no fault" : string.Join("; ", broken.Deviations))} | {Consequence(control, broken)} |\n");
        }

        GeneratedDocument.Check("negative controls", text.ToString());
    }

    /// <summary>A stop that nobody shows, or a control that is gone, is a hole in the table.</summary>
    [Fact]
    public void EveryStopOfTheProtocol_HasItsControl_OrItIsSaidWhyNot()
    {
        var rows = GuardTable.All.Select(row => row.Where).ToList();
        Assert.Equal(rows.Distinct(), rows);
        Assert.Equal(GuardTable.Stops.Order(), rows.Where(row => row.StartsWith("Stop", StringComparison.Ordinal)).Order());
        Assert.Empty(GuardTable.All.SelectMany(row => row.Controls).Except(Controls.All.Select(control => control.Guard)));
        Assert.Empty(GuardTable.All.Where(row => (row.Controls.Count == 0) != (row.Why.Length > 0)).Select(row => row.Where));
        GeneratedDocument.Check("guards", GuardTable.ToMarkdown());
    }

    private static string Consequence(Control control, History broken) => broken.Verdict == Verdict.Detected
        ? "it no longer converges without a person"
        : $"{broken.Judgement.Violations.OrderBy(violation => violation.Invariant == Invariant.I7).First(violation => control.Breaks is null || violation.Invariant == control.Breaks)}";

    /// <summary>The shortest history that is worse than allowed, or null.</summary>
    private static History? Worse(Setup setup, Control control)
    {
        History? worse = null;
        var explorer = new Explorer(setup, control.Budget, history => worse ??= IsWorse(history) ? history : null);
        explorer.Run(() => worse is not null);
        return worse;

        bool IsWorse(History history) => control.Breaks is { } invariant ? history.Judgement.Breaks(invariant) : history.Verdict > control.Allowed;
    }
}
