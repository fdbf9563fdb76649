namespace Semel.Processes;

/// <summary>What has to be true once a run has ended by itself: PROTOCOL.md, section 5, by the server's own count.</summary>
internal static class Oracle
{
    /// <summary>One live resource, named by the report and the record, which stays as it is: or, where nothing better is promised, a doubt that stays.</summary>
    public static async Task HoldsAsync(Stage stage, string instance, Report report)
    {
        if (stage.Kind.Guarantee == Guarantee.AtMostOnce && report.Error == nameof(IndeterminateException)) await StaysInDoubtAsync(stage, instance);
        else await IsConvergedAsync(stage, instance, report);
    }

    public static async Task IsConvergedAsync(Stage stage, string instance, Report report)
    {
        Assert.True(report.Error is null, $"{report.Error}: {report.Message}");
        var id = Assert.Single(stage.Live(instance));
        Assert.Equal(id, report.Id);
        var record = Assert.IsType<LiveRecord>(await stage.RecordAsync(instance));
        Assert.Equal(id, record.Id);
        Assert.Equal(nameof(Outcome.Reused), (await AgainAsync(stage, record)).Outcome);
    }

    private static async Task StaysInDoubtAsync(Stage stage, string instance)
    {
        Assert.InRange(stage.Live(instance).Count, 0, 1);
        var record = Assert.IsType<IntentRecord>(await stage.RecordAsync(instance));
        Assert.Equal(nameof(IndeterminateException), (await AgainAsync(stage, record)).Error);
    }

    /// <summary>One more run changes nothing, on the server or in the record, whose versions are all there.</summary>
    private static async Task<Report> AgainAsync(Stage stage, ResourceRecord record)
    {
        var mutations = stage.Cloud.Mutations.Count;
        var again = await Stage.RunHereAsync(stage.Order(record.Key.Instance));
        Assert.Equal(mutations, stage.Cloud.Mutations.Count);
        var versions = await stage.Repository.HistoryAsync(record.Key).Select(kept => kept.Version).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (int)record.Version).Select(number => (long)number), versions);
        return again;
    }
}
