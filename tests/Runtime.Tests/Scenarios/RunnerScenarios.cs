using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>A runner that holds the key, died, or is somewhere else (PROTOCOL rule 10).</summary>
public sealed class RunnerScenarios
{
    private static readonly Runner Other = new("there", 4711, "other", "there/boot", DateTimeOffset.UnixEpoch);

    [Fact]
    [Trait("Feature", "H5")]
    public async Task WaitForAnotherRunner_IsBounded_ShowsACountdown_AndSaysWhoHoldsTheKey()
    {
        await using var scenario = await Scenario.StartAsync();
        await using var held = await scenario.Repository.TryLockAsync(Key, Other, TimeSpan.Zero, TestContext.Current.CancellationToken);

        var busy = await Assert.ThrowsAsync<BusyException>(() => scenario.WaitingOutAsync(scenario.Client().EnsureAsync()));

        Assert.Equal(Other, busy.Holder);
        Assert.Contains("there/4711", busy.Message);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
        var countdown = scenario.Logged.Where(logged => logged.Event == "Waiting").Select(logged => logged.Message).ToList();
        Assert.True(countdown.Count > 5);
        Assert.All(countdown, message => Assert.Contains("there/4711", message));
        Assert.All(countdown, message => Assert.Matches(@"waiting \d\d:\d\d:\d\d more", message)); // whole seconds
        Assert.Equal(countdown.Distinct().Count(), countdown.Count); // the time that is left runs down
    }

    [Fact]
    [Trait("Feature", "H3")]
    public async Task HeldKey_UniqueName_GoesOnWithoutTheLock_BecauseTheApiRefusesASecondOne()
    {
        await using var scenario = await Scenario.StartAsync();
        await using var held = await scenario.Repository.TryLockAsync(new("test", "Networks", "web"), Other, TimeSpan.Zero, TestContext.Current.CancellationToken);

        var created = await scenario.WaitingOutAsync(new Networks(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" }));

        Assert.Equal(Outcome.Created, created.Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Networks));
    }

    [Fact]
    [Trait("Feature", "H3")]
    public async Task HeldKey_OfARecordedResource_IsReused()
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await scenario.Client().EnsureAsync();
        await using var held = await scenario.Repository.TryLockAsync(Key, Other, TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal(created.Id, (await scenario.WaitingOutAsync(scenario.Client().EnsureAsync())).Id);
    }

    /// <summary>Its lock is free, but locks of another machine, boot, container or file system can't be seen here.</summary>
    [Fact]
    [Trait("Feature", "H4")]
    public async Task IntentOfARunnerElsewhere_IsLookedFor_AndNeverPostedAgain()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.IntendAsync(Other);

        var busy = await Assert.ThrowsAsync<BusyException>(() => scenario.WaitingOutAsync(scenario.Client().EnsureAsync()));

        Assert.Equal("there/boot", busy.Holder!.Domain);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.IsType<IntentRecord>(await scenario.RecordAsync());
    }

    [Fact]
    [Trait("Feature", "H4")]
    public async Task IntentOfARunnerHere_WhoseLockIsFree_IsTakenOver_AfterTheWait()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.IntendAsync(Other with { Domain = scenario.Repository.LockDomain });

        var created = await scenario.WaitingOutAsync(scenario.Client().EnsureAsync());

        Assert.Equal(Outcome.Created, created.Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "H4")]
    public async Task WhatARunnerElsewhereMade_IsFoundByItsMarker()
    {
        await using var scenario = await Scenario.StartAsync();
        var intent = await scenario.IntendAsync(Other);
        var marker = Marker.For(Key, 1);
        scenario.Cloud.Seed(CloudKind.Servers, $$"""{"name":"web-1","region":"north-1","size":"small","image":"debian-13","tags":["{{marker.IdentityText}}","{{marker}}"]}""");

        var found = await scenario.Client().EnsureAsync();

        Assert.Equal(Outcome.Adopted, found.Outcome);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Equal(intent.Generation, found.Generation);
    }

    private static ResourceKey Key { get; } = new("test", "Servers", "web-1");
}

internal static class IntentionExtensions
{
    /// <summary>Leaves what a runner leaves that wrote its intent and then fell silent.</summary>
    public static async Task<IntentRecord> IntendAsync(this Scenario scenario, Runner runner)
    {
        var key = new ResourceKey("test", "Servers", "web-1");
        var intent = new IntentRecord
        {
            Key = key,
            Generation = 1,
            IdempotencyKey = IdempotencyKey.Create("test", "Servers", "web-1", 1),
            Marker = Marker.For(key, 1).ToString(),
            Fingerprint = "f",
            Input = Scenario.Web1.Json,
            Runner = runner,
            Attempts = [new Attempt(1, scenario.Time.GetUtcNow(), AttemptState.Pending)],
            Provenance = new Provenance(scenario.Time.GetUtcNow(), "other", "there/4711", "about to create"),
        };
        return (IntentRecord)(await scenario.Repository.TryWriteAsync(intent, 0, TestContext.Current.CancellationToken))!;
    }
}
