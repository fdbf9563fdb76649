using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>Faults × ways in × guarantees; the oracle is what the server holds.</summary>
[Trait("Feature", "A6")]
public sealed class FaultTableTests
{
    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var way in WayIn.All)
                foreach (var kind in new[] { CloudKind.Networks, CloudKind.Volumes, CloudKind.Servers, CloudKind.Buckets }) cells.Add(way, kind);
            return cells;
        }
    }

    public static TheoryData<string, string, string> Crashes
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var way in WayIn.All)
                foreach (var kind in new[] { CloudKind.Networks, CloudKind.Volumes, CloudKind.Servers })
                    foreach (var point in new[] { "before the intent", "after the intent", "before the record", "after the record" }) cells.Add(way, kind, point);
            return cells;
        }
    }

    public static TheoryData<string> Ways => [.. WayIn.All];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task UnderEveryFault_ThereIsExactlyOne(string way, string kind)
    {
        await using var scenario = await Scenario.StartAsync();
        var report = await ExactlyOnce.AssertAsync(
            scenario.Cloud, kind, run => scenario.WaitingOutAsync(WayIn.EnsureAsync(way, kind, run.Http, scenario.NewRun(), run.Name)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(report.Rows, row => Assert.True(row.Acted, row.Fault));
        Assert.Equal(CreateFault.All.Count, scenario.Cloud.Count(kind));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task WithoutAnyHelpOfTheApi_ThereIsNeverMoreThanOne_AndWhatIsInDoubtIsSaid(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        IReadOnlyList<ExactlyOnceRow> rows;
        try
        {
            rows = (await ExactlyOnce.AssertAsync(
                scenario.Cloud, CloudKind.Certificates, run => scenario.WaitingOutAsync(WayIn.EnsureAsync(way, CloudKind.Certificates, run.Http, scenario.NewRun(), run.Name)), cancellationToken: TestContext.Current.CancellationToken)).Rows;
        }
        catch (ExactlyOnceException caught)
        {
            rows = caught.Report.Rows;
        }

        Assert.Equal(CreateFault.All.Count, rows.Count);
        Assert.All(rows, row => Assert.True(row.LiveIds.Count <= 1, row.Fault));
        Assert.All(rows, row => Assert.True(row.Holds || row.LastError!.StartsWith(nameof(IndeterminateException), StringComparison.Ordinal), $"{row.Fault}: {row.LastError}"));
        Assert.Contains(rows, row => row is { Fault: "none", Holds: true });
        Assert.Contains(rows, row => row is { Fault: "connection refused", Holds: true });
        Assert.Contains(rows, row => row is { Fault: "lost reply", Holds: false });
    }

    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task CrashAtEachWrite_IsFinishedByTheNextRun(string way, string kind, string point)
    {
        await using var scenario = await Scenario.StartAsync();
        var repository = new FaultRepository(scenario.Repository);
        var crash = repository.On(point.StartsWith("before", StringComparison.Ordinal) ? RepositoryPoint.BeforeWrite : RepositoryPoint.AfterWrite)
            .Where(call => point.EndsWith("intent", StringComparison.Ordinal) ? call.Record is IntentRecord : call.Record is LiveRecord).Crash();
        _ = WayIn.EnsureAsync(way, kind, scenario.Http, new SemelContext(repository, "test", null, scenario, scenario.Time), "web-1"); // a dead process: nobody awaits it
        await crash.Hit;

        var id = await scenario.WaitingOutAsync(WayIn.EnsureAsync(way, kind, scenario.Http, scenario.NewRun(), "web-1"));

        Assert.Equal(1, scenario.Cloud.Count(kind));
        Assert.Equal(scenario.Cloud.Live(kind)[0]["id"]!.ToString(), id);
        var record = Assert.IsType<LiveRecord>(await scenario.RecordAsync(WayIn.Model(kind)));
        Assert.Equal(id, record.Id);
    }

    [Theory]
    [InlineData(CloudKind.Networks, true)]
    [InlineData(CloudKind.Volumes, true)]
    [InlineData(CloudKind.Volumes, false)]
    public async Task WithoutTheIntent_TheTableWouldNotHold(string kind, bool isGuarded)
    {
        await using var scenario = await Scenario.StartAsync();
        var api = new Func<HttpClient, CloudApi>(http => new CloudApi(http));
        var asserting = ExactlyOnce.AssertAsync(
            scenario.Cloud, kind, run => isGuarded
                ? scenario.WaitingOutAsync(WayIn.EnsureAsync(WayIn.Delegate, kind, run.Http, scenario.NewRun(), run.Name))
                : UnguardedAsync(api(run.Http), kind, run.Name), cancellationToken: TestContext.Current.CancellationToken);
        if (isGuarded) await asserting;
        else await Assert.ThrowsAsync<ExactlyOnceException>(() => asserting);
    }

    private static async Task<string> UnguardedAsync(CloudApi api, string kind, string name) => (await api.PostAsync(kind, new(name), null, TestContext.Current.CancellationToken)).Id;
}
