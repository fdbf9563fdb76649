namespace Semel.Processes;

/// <summary>Sixteen processes on one key.</summary>
public sealed class ManyRunnersTests
{
    private const int Runners = 16;

    public static TheoryData<string> Kinds => [.. Kind.All.Select(kind => kind.Name)];

    [Theory, Trait("Feature", "H1")]
    [MemberData(nameof(Kinds))]
    public async Task SixteenProcesses_OnOneKey_ApplyOnePost_AndGetTheSameId(string kind)
    {
        await using var stage = await Stage.StartAsync(Kind.Of(kind));

        var reports = await Together.RunAsync(stage.Order("web-1") with { Flight = Order.LongFlight }, Runners);

        var id = Assert.Single(stage.Live("web-1"));
        Assert.Single(stage.Cloud.Mutations);
        Assert.All(reports, report => Assert.Equal(id, report.Id));
        Assert.Single(reports, report => report.Outcome == nameof(Outcome.Created));
        Assert.Equal(Runners - 1, reports.Count(report => report.Outcome == nameof(Outcome.Reused)));
        await Oracle.IsConvergedAsync(stage, "web-1", reports[0]);
    }

    [Fact, Trait("Feature", "H1")]
    public async Task WithoutTheLockAndTheCompareAndSet_TheyMakeSeveral()
    {
        await using var stage = await Stage.StartAsync(Kind.Of("servers"));
        var look = stage.Cloud.Faults.On("GET", "/v1/servers").Hold().Always();
        var post = stage.OnCreate().Hold().Always();

        await Together.RunAsync(stage.Order("web-1") with { Locks = false, Compares = false, Flight = Order.LongFlight }, 4, async () =>
        {
            await Eventually.IsAsync(() => stage.Cloud.Requests.Count(request => request.Method == "GET") >= 2, "two look"); // before any writes an intent
            look.Release();
            await stage.ReceivedAsync(creates: 2); // none is applied before two have looked and found nothing
            post.Release();
        });

        Assert.InRange(stage.Live("web-1").Count, 2, 4);
    }

    /// <summary>The write of the intent is the second lock: who loses it sends nothing.</summary>
    [Fact, Trait("Feature", "C3")]
    public async Task WithoutTheLock_TheCompareAndSetLetsOneSend()
    {
        await using var stage = await Stage.StartAsync(Kind.Of("servers"));

        await Together.RunAsync(stage.Order("web-1") with { Locks = false }, 8);

        Assert.Single(stage.Live("web-1"));
        Assert.Single(stage.Cloud.Mutations);
    }
}
