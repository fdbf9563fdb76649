using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using CloudModels;
using Microsoft.Extensions.DependencyInjection;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>What a program shows of itself: trace, metrics, registration, and the shape of its models.</summary>
public sealed class VisibilityScenarios
{
    [Fact]
    [Trait("Feature", "J5")]
    public async Task EveryEnsure_IsAnActivity_WithItsDecisionsAndOutcome()
    {
        await using var scenario = await Scenario.StartAsync();
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Semel",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var request = Scenario.Web1;
        request.Name = "traced";
        await scenario.Servers.CreateAsync(request);
        await scenario.Servers.CreateAsync(request);

        var mine = ended.Where(activity => "traced".Equals(activity.GetTagItem("semel.instance"))).ToList();
        Assert.Equal(["Created", "Reused"], mine.Select(activity => activity.GetTagItem("semel.outcome")));
        Assert.Equal(["ReadRecord", "Look", "Write", "Post", "Write", "Return"], mine[0].Events.Select(decision => decision.Name));
        Assert.All(mine[0].Events, decision => Assert.NotEmpty(decision.Tags.Single(tag => tag.Key == "semel.reason").Value!.ToString()!));
    }

    [Fact]
    [Trait("Feature", "J5")]
    public async Task EnsuresPostsAndFailures_AreCounted()
    {
        await using var scenario = await Scenario.StartAsync();
        var counted = new ConcurrentQueue<(string Instrument, string Tag)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Semel") self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString() ?? "");
            if (all["semel.model"] == "OwnedServers") counted.Enqueue((instrument.Name, all.GetValueOrDefault("semel.outcome") ?? all.GetValueOrDefault("error.type") ?? ""));
        });
        listener.Start();
        var servers = new OwnedServers(scenario.Http, scenario.Semel);
        scenario.Cloud.Faults.On("POST", "/v1/servers").Reject(422);
        await Assert.ThrowsAsync<RejectedException>(() => servers.CreateAsync(Scenario.Web1));
        await servers.CreateAsync(Scenario.Web1);

        Assert.Equal([("semel.posts", ""), ("semel.failures", "RejectedException"), ("semel.posts", ""), ("semel.ensures", "Created")], counted.Where(count => count.Tag is "" or "RejectedException" or "Created"));
    }

    [Fact]
    public async Task WithAContainer_TheModelUsesItsOwnClientAndTheSharedContext()
    {
        await using var cloud = await CloudServer.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<IDataRepository>(new MemoryDataRepository());
        services.AddSemel("test", options => options.Verify = Verify.WithGet);
        services.AddServers(http => http.BaseAddress = cloud.BaseAddress);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var first = await provider.GetRequiredService<Servers>().CreateAsync(Scenario.Web1);
        var second = await provider.GetRequiredService<Servers>().CreateAsync(Scenario.Web1);

        Assert.Equal((Outcome.Created, Outcome.Reused, true), (first.Outcome, second.Outcome, second.Verified));
        Assert.Equal(1, cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "B3")]
    public void WithAContainer_ABlankScopeIsRefusedAtRegistration() =>
        Assert.Contains("scope", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddSemel(" ")).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Feature", "L5")]
    public void WhatARequestNeeds_IsRequired_AndWhatOnlyRepliesHold_IsNot()
    {
        Assert.True(IsRequired<ServerRequest>("Name"));
        Assert.False(IsRequired<ServerRequest>("UserData"));
        Assert.False(IsRequired<Server>("Name"));

        static bool IsRequired<T>(string property) => typeof(T).GetProperty(property)!.IsDefined(typeof(RequiredMemberAttribute));
    }

    [Fact]
    public async Task OtherOperations_AreTyped_AndListsReadEveryPage()
    {
        await using var scenario = await Scenario.StartAsync();
        var networks = new Networks(scenario.Http, scenario.Semel);
        var created = await networks.CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" });
        var read = await networks.GetAsync(created.Id);
        Assert.Equal("10.0.0.0/24", read.Range);
        var updated = await networks.UpdateAsync(created.Id, new() { Name = "web", Description = "changed" });
        Assert.StartsWith("changed", updated.Description, StringComparison.Ordinal);
        await networks.DeleteAsync(created.Id);
        Assert.Equal(created.Id, (await Assert.ThrowsAsync<GoneException>(() => networks.GetAsync(created.Id))).Id);
    }
}
