namespace Semel.Processes;

/// <summary>Deletes that are killed, and what may be run after them.</summary>
public sealed class KilledDeleteTests(ITestOutputHelper output)
{
    private const int Lanes = 4;

    public static TheoryData<string> Kinds => [.. Kind.All.Select(kind => kind.Name)];

    [Theory, Trait("Feature", "I1"), Trait("Feature", "I2")]
    [MemberData(nameof(Kinds))]
    public async Task KilledDelete_IsFinishedByTheNextRun_WhateverThatIsToDo(string kind)
    {
        var tally = await Tally.InLanesAsync(Kind.Of(kind), Lanes, VictimsAsync);

        output.WriteLine($"{tally}");
        Assert.Equal(Point.OfDelete.Count, tally.Kills);
    }

    /// <summary>The kinds share the work: over all of them each point is followed by a delete, by a delete and a create, and by a create alone.</summary>
    private static async IAsyncEnumerable<Victim> VictimsAsync(Stage stage, int lane)
    {
        foreach (var (index, point) in Point.OfDelete.Index())
        {
            if (index % Lanes != lane) continue;
            var order = stage.Order($"at-{point}");
            if (stage.Kind.Puts) order = order with { Flight = Order.ShortFlight }; // a create of the same address waits for the DELETE in doubt
            var id = (await Stage.RunHereAsync(order)).Id!;
            var delete = order with { Delete = id, Create = false };
            var (again, settleAsync) = ((index + stage.Kind.Number) % 3) switch
            {
                0 => (delete, DeletedAsync),
                1 => (order with { Delete = id }, RecreatedAsync),
                _ => (order, (Func<Stage, string, string, ResourceRecord?, Report, Task>)CreatedAsync),
            };
            yield return new Victim(delete, [new Death(point)], again, (_, left, report) => settleAsync(stage, order.Instance, id, left, report));
        }
    }

    /// <summary>Deleted once; a second delete is fine, and a create after it makes the next generation.</summary>
    private static async Task DeletedAsync(Stage stage, string instance, string id, ResourceRecord? left, Report report)
    {
        Assert.Equal(Report.Deleted(id), report);
        Assert.Empty(stage.Live(instance));
        var tombstone = Assert.IsType<TombstoneRecord>(await stage.RecordAsync(instance));
        Assert.Equal(instance, (string?)tombstone.Attributes!["name"]);
        Assert.Equal(Report.Deleted(id), await Stage.RunHereAsync(stage.Order(instance) with { Delete = id, Create = false }));
        await RecreatedAsync(stage, instance, id, left, await Stage.RunHereAsync(stage.Order(instance)));
    }

    private static async Task RecreatedAsync(Stage stage, string instance, string id, ResourceRecord? left, Report report)
    {
        if (!stage.Kind.Puts) Assert.NotEqual(id, report.Id); // there the client chooses it
        Assert.Equal((2, nameof(Outcome.Created)), (report.Generation, report.Outcome));
        await Oracle.IsConvergedAsync(stage, instance, report);
    }

    /// <summary>Before the intent to delete is durable nothing has happened; after it the create finishes the delete first.</summary>
    private static async Task CreatedAsync(Stage stage, string instance, string id, ResourceRecord? left, Report report)
    {
        if (left is not LiveRecord)
        {
            await RecreatedAsync(stage, instance, id, left, report);
            return;
        }

        Assert.Equal((id, nameof(Outcome.Reused)), (report.Id, report.Outcome));
        await Oracle.IsConvergedAsync(stage, instance, report);
    }
}
