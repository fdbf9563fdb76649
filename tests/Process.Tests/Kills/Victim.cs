namespace Semel.Processes;

/// <summary>Runs of one instance, killed one after the other, before one ends by itself.</summary>
/// <param name="Killed">The order that is killed.</param>
/// <param name="Deaths">How, and how often.</param>
/// <param name="Again">The order that is not.</param>
/// <param name="SettleAsync">Judges its report, by the record that the killed ones left.</param>
internal sealed record Victim(Order Killed, IReadOnlyList<Death> Deaths, Order Again, Func<Order, ResourceRecord?, Report, Task> SettleAsync)
{
    /// <summary>The record that the killed runs left.</summary>
    public ResourceRecord? Left { get; init; }

    /// <summary>A create that is run again.</summary>
    public static Victim OfCreate(Stage stage, string instance, IReadOnlyList<Death> deaths)
    {
        var order = stage.Order(instance);
        return new(order, deaths, order, async (_, left, report) =>
        {
            Assert.Contains(report.Error ?? report.Outcome, Expect(stage.Kind, left));
            await Oracle.HoldsAsync(stage, instance, report);
        });
    }

    /// <summary>What is there to be found decides: nothing is sent twice, and what cannot be proved ours is said to be in doubt.</summary>
    private static IReadOnlyList<string> Expect(Kind kind, ResourceRecord? left) => left switch
    {
        LiveRecord => [nameof(Outcome.Reused)],
        null when kind.Guarantee != Guarantee.Marker => [nameof(Outcome.Created)],
        IntentRecord when kind.Guarantee == Guarantee.AtMostOnce => [nameof(IndeterminateException)],
        _ => [nameof(Outcome.Created), nameof(Outcome.Adopted)],
    };
}
