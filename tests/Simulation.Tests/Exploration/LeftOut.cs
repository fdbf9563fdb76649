using System.Text;

namespace Semel.Simulation;

/// <summary>Faults that random histories leave out beyond those of the verdict table: they keep the promise alone and with each other fault of a short program, and break it with one that only long ones meet.</summary>
/// <param name="Guarantee">Of which guarantee; null: of every one.</param>
/// <param name="Where">In which programs, for people.</param>
/// <param name="Faults">What is left out.</param>
/// <param name="Why">What is missing for a promise.</param>
internal sealed record LeftOut(Guarantee? Guarantee, string Where, IReadOnlyList<FaultId> Faults, string Why)
{
    private static readonly FaultId[] Lost = [.. FaultSets.StateIsLost];

    public Func<Program, bool> IsMet { get; init; } = static _ => true;

    public static IReadOnlyList<LeftOut> All { get; } =
    [
        new(Semel.Guarantee.Replay, "all", [FaultId.LagBeyond], "past L: when the input is changed in doubt, only the list tells"),
        new(Semel.Guarantee.Natural, "all", [FaultId.ClockForward], "past U: a runner whose clock is ahead takes a PUT that is late to have landed, and it comes after a delete of the same address"),
        new(Semel.Guarantee.UniqueName, "all", [FaultId.ClockForward], "past U: the same with a POST, and with the delete of what another one made"),
        new(Semel.Guarantee.Natural, "of two machines", [FaultId.Pause], "held up between the last check and the first byte, past F, a PUT comes after a delete of the same address") { IsMet = static program => !program.IsOnOneMachine },
        new(Semel.Guarantee.Natural, "of one machine", [FaultId.OtherMachine], "the same: the programs of two machines stand for it") { IsMet = static program => program.IsOnOneMachine },
        new(null, "with a second resource beside the first, or a follow-up", Lost, "what only the record knows is lost with it") { IsMet = static program => program.RecordsMore },
    ];

    public static string ToMarkdown()
    {
        var text = new StringBuilder("| guarantee | programs | fault | why |\n|---|---|---|---|\n");
        foreach (var left in All)
            text.Append($"| {(left.Guarantee is { } only ? $"{only}" : "every one")} | {left.Where} | {string.Join("; ", left.Faults.Select(fault => FaultCatalogue.Of(fault).Name))} | {left.Why} |\n");
        foreach (var reason in ExplainedPairs.All.GroupBy(pair => (pair.A, pair.Why)))
            text.Append($"| {string.Join(", ", reason.SelectMany(pair => pair.Guarantees).Distinct().Order())} | all | {reason.Key.A}, together with: {string.Join("; ", reason.Select(pair => pair.B).Distinct())} | {reason.Key.Why} |\n");
        return text.ToString();
    }
}
