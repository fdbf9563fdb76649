using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>The records of a whole workflow are brought to what the API shows; a plan shows what differs.</summary>
[Trait("Feature", "F1")]
public sealed class RefreshTests
{
    [Fact]
    public async Task EveryResource_IsReadOnce_AndUnchangedOnesAreNotWritten()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var (versions, mutations, requests) = (await stage.VersionsAsync(), stage.Cloud.Mutations.Count, stage.Cloud.Requests.Count);

        var refresh = await WebSite.Define(stage).RefreshAsync(stage.Semel);

        Assert.True(refresh.IsComplete, string.Join('\n', refresh.Resources));
        Assert.Equal(6, refresh.Resources.Count);
        Assert.Equal((versions, mutations), (await stage.VersionsAsync(), stage.Cloud.Mutations.Count));
        Assert.InRange(stage.Cloud.Requests.Count - requests, 6, 8); // a tag is found in its list
    }

    [Fact]
    public async Task WhatIsGone_IsTold_KeepsItsLastAttributes_AndTheOthersAreRefreshedAllTheSame()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        stage.Time.Advance(TimeSpan.FromHours(2));
        var balancer = stage.Cloud.Live(CloudKind.LoadBalancers).Single()["id"]!.ToString();
        stage.Cloud.Remove(CloudKind.LoadBalancers, balancer);

        var refresh = await WebSite.Define(stage).RefreshAsync(stage.Semel);

        var gone = Assert.Single(refresh.Resources, resource => resource.State == RefreshState.Gone);
        Assert.Equal(("LoadBalancers", balancer, "web"), (gone.Key.Model, gone.Id, (string?)gone.Attributes!["name"]));
        Assert.False(refresh.IsComplete);
        Assert.Equal("web", (string?)Assert.IsType<TombstoneRecord>(await stage.RecordAsync("LoadBalancers", "web")).Attributes!["name"]);

        Assert.True((await WebSite.Define(stage).RunAsync(stage.Semel)).Succeeded);
        Assert.Equal(1, stage.Cloud.Count(CloudKind.LoadBalancers));
    }

    [Fact, Trait("Feature", "A4")]
    public async Task WhatCannotBeRead_IsUnknown_AndItsRecordStays()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        stage.Time.Advance(TimeSpan.FromHours(2));
        var version = (await stage.RecordAsync("LoadBalancers", "web"))!.Version;
        stage.Cloud.Faults.On("GET", "/v1/load_balancers/{id}").Reject(500).Always();

        var refresh = await WebSite.Define(stage).RefreshAsync(stage.Semel);

        Assert.Equal("LoadBalancers", Assert.Single(refresh.Resources, resource => resource.State == RefreshState.Unknown).Key.Model);
        Assert.Equal(version, (await stage.RecordAsync("LoadBalancers", "web"))!.Version);
    }

    [Fact, Trait("Feature", "A12"), Trait("Feature", "F3")]
    public async Task PlanWithRefresh_ShowsWhatSomebodyChanged_AsADifference()
    {
        await using var stage = await Stage.StartAsync();
        var networks = new VerifiedNetworks(stage.Http, stage.Semel);
        var workflow = new Workflow("net");
        workflow.Create("network", networks.CreateAsync, new NetworkRequest { Name = "web", Range = "10.0.0.0/8", Description = "ours" });
        await workflow.RunAsync(stage.Semel);
        var id = stage.Cloud.Live(CloudKind.Networks).Single()["id"]!.ToString();
        using var hand = new StringContent("""{"name":"web","description":"theirs"}""", System.Text.Encoding.UTF8, "application/json");
        await stage.Http.PutAsync(new Uri($"/v1/networks/{id}", UriKind.Relative), hand, TestContext.Current.CancellationToken);

        var plan = await workflow.PlanAsync(stage.Semel, new PlanOptions { Refresh = true });

        var change = Assert.Single(Assert.Single(Assert.Single(plan.Steps).Resources).Changes);
        Assert.Equal(new Difference("description", "\"theirs\"", "\"ours\"", DriftKind.RemoteDrift), change);
        Assert.Empty(Assert.Single(Assert.Single((await workflow.PlanAsync(stage.Semel)).Steps).Resources).Changes); // the records alone don't know
    }
}
