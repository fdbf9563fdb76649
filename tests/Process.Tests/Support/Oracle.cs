namespace Semel.Processes;

/// <summary>What has to be true once a run has ended by itself: PROTOCOL.md, section 5, by the server's own count.</summary>
internal static class Oracle
{
    /// <summary>One live resource, named by the report and the record, which stays as it is: or, where nothing better is promised, a doubt that stays.</summary>
    public static async Task HoldsAsync(Stage stage, Report report)
    {
        if (stage.Kind.Guarantee == Guarantee.AtMostOnce && report.Error == nameof(IndeterminateException)) await StaysInDoubtAsync(stage);
        else await IsConvergedAsync(stage, report);
    }

    public static async Task IsConvergedAsync(Stage stage, Report report)
    {
        Assert.True(report.Error is null, $"{report.Error}: {report.Message}");
        var id = Assert.Single(stage.Live);
        Assert.Equal(id, report.Id);
        var record = Assert.IsType<LiveRecord>(await stage.RecordAsync());
        Assert.Equal(id, record.Id);
        await IsContiguousAsync(stage, record.Version);
        Assert.Equal(nameof(Outcome.Reused), (await AgainAsync(stage)).Outcome);
    }

    private static async Task StaysInDoubtAsync(Stage stage)
    {
        Assert.InRange(stage.Live.Count, 0, 1);
        var record = Assert.IsType<IntentRecord>(await stage.RecordAsync());
        await IsContiguousAsync(stage, record.Version);
        Assert.Equal(nameof(IndeterminateException), (await AgainAsync(stage)).Error);
    }

    /// <summary>One more run changes nothing, on the server or in the record.</summary>
    private static async Task<Report> AgainAsync(Stage stage)
    {
        var mutations = stage.Cloud.Mutations.Count;
        var version = (await stage.RecordAsync())!.Version;
        var again = await stage.RunHereAsync();
        Assert.Equal(mutations, stage.Cloud.Mutations.Count);
        Assert.Equal(version, (await stage.RecordAsync())!.Version);
        return again;
    }

    private static async Task IsContiguousAsync(Stage stage, long version) =>
        Assert.Equal(Enumerable.Range(1, (int)version).Select(number => (long)number), await stage.Repository.HistoryAsync(stage.Key).Select(kept => kept.Version).ToListAsync());
}
