using CloudModels;
using Microsoft.Extensions.Logging;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.Guards;

/// <summary>What stops before the first byte leaves no doubt behind.</summary>
public sealed class NothingWasSentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClientWithoutABaseAddress_IsRefusedBeforeTheIntent()
    {
        await using var scenario = await Scenario.StartAsync();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new UnlookedServers(http, scenario.Semel).CreateAsync(Scenario.Web1));
        Assert.Null(await scenario.RecordAsync("UnlookedServers"));
    }

    [Fact]
    public async Task CancelledBetweenTheIntentAndThePost_IsACancellation_AndNoDoubt()
    {
        await using var scenario = await Scenario.StartAsync();
        using var cancel = new CancellationTokenSource();
        var repository = new InterruptedRepository(scenario.Repository) { Written = _ => cancel.Cancel() };
        var semel = new SemelContext(repository, "test", null, scenario, scenario.Time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new UnmarkedServers(scenario.Http, semel).CreateAsync(Scenario.Web1, cancel.Token));

        Assert.Equal(AttemptState.NotApplied, Assert.Single(Assert.IsType<IntentRecord>(await scenario.RecordAsync("UnmarkedServers")).Attempts).State);
        Assert.Equal(Outcome.Created, (await new UnmarkedServers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task PausedPastTheDeadline_SendsNothing_AndLeavesNoDoubt()
    {
        await using var scenario = await Scenario.StartAsync();
        var repository = new InterruptedRepository(scenario.Repository) { Written = record => scenario.Time.Advance(record.Version == 1 ? TimeSpan.FromHours(1) : TimeSpan.Zero) };
        var semel = new SemelContext(repository, "test", null, scenario, scenario.Time);

        await Assert.ThrowsAsync<RejectedException>(() => new UnmarkedServers(scenario.Http, semel).CreateAsync(Scenario.Web1));

        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Equal(Outcome.Created, (await new UnmarkedServers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
    }

    [Fact]
    public async Task MachineThatSleepsBetweenTheCheckAndTheFirstByte_SendsNothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var clock = new SleepingClock();
        using var http = new HttpClient(new Sleep(clock) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = scenario.Http.BaseAddress };
        var semel = new SemelContext(scenario.Repository, "test", null, scenario, clock);

        await Assert.ThrowsAsync<RejectedException>(() => new UnmarkedServers(http, semel).CreateAsync(Scenario.Web1));

        Assert.Equal(0, scenario.Cloud.Count(CloudKind.Servers));
        Assert.Equal(AttemptState.NotApplied, Assert.IsType<IntentRecord>(await scenario.RecordAsync("UnmarkedServers")).Attempts[0].State);
    }

    [Fact]
    public async Task TextWithoutRoomForALaterGeneration_IsRejected_AndLeavesNoDoubt()
    {
        await using var scenario = await Scenario.StartAsync();
        var field = new MarkerField(MarkerKind.Text, "user_data", null, Marker.For(new("test", "Servers", "web-1"), 1).ToString().Length);
        var client = Described.Client(scenario, Described.Servers(Guarantee.Marker, field: field, lookFirst: false));
        for (var generation = 1; generation < 10; generation++)
        {
            var made = await client.CreateAsync("web-1", Scenario.Web1, [], Token);
            var live = Assert.IsType<LiveRecord>(await scenario.RecordAsync());
            await scenario.Repository.TryWriteAsync(new TombstoneRecord { Key = live.Key, Generation = live.Generation, Id = made.Id, Provenance = live.Provenance }, live.Version, Token);
        }

        await Assert.ThrowsAsync<RejectedException>(() => client.CreateAsync("web-1", Scenario.Web1, [], Token));
        Assert.Equal(AttemptState.NotApplied, Assert.IsType<IntentRecord>(await scenario.RecordAsync()).Attempts[^1].State);
    }

    [Fact]
    public async Task TagsCopiedFromAnotherResource_AreRefused_SoThatNoneIsTakenForTheOther()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.Servers.CreateAsync(Scenario.Web1);
        var copy = Scenario.Web1;
        copy.Json["tags"] = first.Value.Json["tags"]!.DeepClone();
        await Assert.ThrowsAsync<ArgumentException>(() => scenario.Servers.CreateAsync("web-2", copy));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task EmptyId_IsNoId()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").Status(201, """{"server":{"id":"","name":"web-1"}}""");
        await Assert.ThrowsAsync<IndeterminateException>(() => new UnmarkedServers(scenario.Http, scenario.Semel).CreateAsync(Scenario.Web1));
        Assert.IsType<IntentRecord>(await scenario.RecordAsync("UnmarkedServers"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ApiWithoutARead_IsResolvedById_ByItsListOrOnThePersonsWord(bool canList)
    {
        await using var scenario = await Scenario.StartAsync();
        var client = Described.Client(scenario, Described.Servers(Guarantee.AtMostOnce, marker: false, canRead: false, canList: canList));
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();
        await Assert.ThrowsAsync<IndeterminateException>(() => client.CreateAsync("web-1", Scenario.Web1, [], Token));
        var id = scenario.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString();
        if (canList) await Assert.ThrowsAsync<ArgumentException>(() => client.ResolveAsync("web-1", "999999", [], Token));

        await client.ResolveAsync("web-1", id, [], Token);

        Assert.Equal((Outcome.Reused, id), ((await client.CreateAsync("web-1", Scenario.Web1, [], Token)) is var reused ? (reused.Outcome, reused.Id) : default));
    }

    [Fact]
    public async Task LoggerThatThrowsAfterTheReply_DoesNotLoseTheId()
    {
        await using var scenario = await Scenario.StartAsync();
        using var logger = new FailingLogger(() => scenario.Cloud.Posts(CloudKind.Servers) > 0);
        var semel = new SemelContext(scenario.Repository, "test", null, logger, scenario.Time);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => new UnmarkedServers(scenario.Http, semel).CreateAsync(Scenario.Web1));
        Assert.IsType<LiveRecord>(await scenario.RecordAsync("UnmarkedServers"));
    }

    [Theory]
    [InlineData("FlightTime")]
    [InlineData("ReadTimeout")]
    [InlineData("ListLag")]
    [InlineData("LockTimeout")]
    public void TimeThatNoTimerTakes_IsRefusedAtOnce(string option)
    {
        var options = new SemelOptions();
        typeof(SemelOptions).GetProperty(option)!.SetValue(options, TimeSpan.MaxValue);
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(() => new SemelContext(new MemoryDataRepository(), "test", options)).ParamName);
    }

    /// <summary>Its timers stand still while the machine sleeps.</summary>
    private sealed class SleepingClock : TimeProvider
    {
        public TimeSpan Slept { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Slept;
    }

    private sealed class Sleep(SleepingClock clock) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post) clock.Slept = TimeSpan.FromHours(1);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class FailingLogger(Func<bool> fails) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            ObjectDisposedException.ThrowIf(fails(), this);
    }
}
