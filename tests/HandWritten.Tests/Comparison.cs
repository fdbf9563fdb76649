namespace Semel.HandWritten.Tests;

/// <summary>What a fault came to, beside what the verdict table says of generated models.</summary>
/// <param name="Row">The fault.</param>
/// <param name="Allowed">What the table says.</param>
/// <param name="Worst">The worst history.</param>
internal sealed record Comparison(VerdictRow Row, Verdict Allowed, History Worst)
{
    public bool IsWorse => Worst.Verdict > Allowed;

    public static IEnumerable<Comparison> Of(Tally tally) => tally.Worst.Select(worst =>
    {
        var row = new VerdictRow(worst.Key.Fault, worst.Key.Part);
        return new Comparison(row, AllowedBy(row, tally.Setup), worst.Value);
    });

    public override string ToString() => $"{Worst.Setup.Strategy.Name}, {Row}: {Allowed} in the table, and here {Worst}";

    private static Verdict AllowedBy(VerdictRow row, Setup setup)
    {
        var words = VerdictTable.Committed.Cell(row, setup.Guarantee).Split('/');
        return (setup.Program.IsOnOneMachine ? words[0] : words[^1]) switch
        {
            "outside" => Verdict.Outside,
            "detected" => Verdict.Detected,
            _ => Verdict.Safe,
        };
    }
}
