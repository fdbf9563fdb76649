using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>Run, fail half-way, mend, run again, run once more.</summary>
public sealed class HeadlineTests
{
    private static readonly string[] Kinds = [CloudKind.Networks, CloudKind.Tags, CloudKind.Servers, CloudKind.LoadBalancers, CloudKind.Firewalls];

    [Fact, Trait("Feature", "J1")]
    public async Task FailsAtTheRange_IsMended_IsRunTwice_AndThereIsExactlyOneOfEach()
    {
        await using var stage = await Stage.StartAsync();

        var first = await WebSite.Define(stage, WebSite.Wrong).RunAsync(stage.Semel);
        Assert.False(first.Succeeded);
        Assert.Equal(
            ["network Failed", "tag Succeeded", "server/web-1 Blocked", "server/web-2 Blocked", "balancer Blocked", "firewall Blocked"],
            first.Steps.Select(step => $"{step.Step} {step.State}"));
        Assert.IsType<RejectedException>(first["network"].Error);
        Assert.Equal("it needs 'network', which did not succeed", first["firewall"].Reason);

        var second = await WebSite.Define(stage).RunAsync(stage.Semel);
        Assert.True(second.Succeeded, string.Join('\n', second.Steps));
        Assert.Equal(Outcome.Reused, second["tag"].Resources.Single().Outcome);

        var (applied, versions) = (stage.Cloud.Applied.Count, await stage.VersionsAsync());
        var third = await WebSite.Define(stage).RunAsync(stage.Semel);
        Assert.True(third.Succeeded);
        Assert.All(third.Steps, step => Assert.Equal(Outcome.Reused, step.Resources.Single().Outcome));
        Assert.Equal(applied, stage.Cloud.Applied.Count);
        Assert.Equal(versions, await stage.VersionsAsync());
        AssertOneOfEach(stage);
    }

    [Fact, Trait("Feature", "J2")]
    public async Task WhatExists_CountsAsSucceeded_ForWhatFailedLastTime()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Faults.On("POST", "/v1/servers").Named("web-2").Reject(422).Once();

        var first = await WebSite.Define(stage).RunAsync(stage.Semel);
        Assert.Equal([StepState.Succeeded, StepState.Succeeded, StepState.Succeeded, StepState.Failed, StepState.Blocked, StepState.Blocked], first.Steps.Select(step => step.State));
        var before = stage.Cloud.Applied.Count;

        var second = await WebSite.Define(stage).RunAsync(stage.Semel);
        Assert.True(second.Succeeded);
        Assert.Equal(["web-2", "web", "web"], stage.Cloud.Applied.Skip(before).Select(change => change.Name));
        Assert.Equal(stage.Cloud.Live(CloudKind.Networks).Single()["id"]!.ToString(), stage.Cloud.Live(CloudKind.Servers)[1]["network_id"]!.ToString());
    }

    [Fact, Trait("Feature", "J1")]
    public async Task KilledAtEveryCallOfTheRepository_TheNextRunEndsWithExactlyOneOfEach()
    {
        await using var stage = await Stage.StartAsync();
        var kills = 0;
        foreach (var point in new[] { RepositoryPoint.BeforeFind, RepositoryPoint.AfterFind, RepositoryPoint.BeforeWrite, RepositoryPoint.AfterWrite, RepositoryPoint.BeforeLock, RepositoryPoint.AfterLock })
        {
            for (var call = 0; ; call++)
            {
                stage.Cloud.Reset();
                stage.WipeRepository();
                var dying = new FaultRepository(stage.Repository);
                var death = dying.On(point).Crash().Skip(call);
                try
                {
                    await WebSite.Define(stage.Http, stage.NewRun(dying)).RunAsync(stage.NewRun(dying), new RunOptions { Parallelism = 1 });
                }
                catch (Exception exception) when (dying.IsDead)
                {
                    Assert.NotNull(exception);
                }

                if (death.Hits == 0) break;
                kills++;
                var next = stage.NewRun();
                var result = await WebSite.Define(stage.Http, next).RunAsync(next, new RunOptions { Parallelism = 1 });
                Assert.True(result.Succeeded, $"{point} {call}: {string.Join('\n', result.Steps)}");
                AssertOneOfEach(stage);
            }
        }

        Assert.InRange(kills, 50, 100);
    }

    private static void AssertOneOfEach(Stage stage) => Assert.Equal([1, 1, 2, 1, 1], Kinds.Select(stage.Cloud.Count));
}
