using System.Collections.Concurrent;
using CloudModels;
using Microsoft.Extensions.Logging;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>A small cloud, a repository and a clock that only the test moves.</summary>
internal sealed class Scenario : IAsyncDisposable, ILoggerFactory, ILogger
{
    private readonly SemaphoreSlim _waits = new(0);
    private Task? _nextWait;

    private Scenario(CloudServer cloud)
    {
        Cloud = cloud;
        Http = cloud.CreateClient();
        Repository = new(Time);
        Semel = NewRun();
    }

    public CloudServer Cloud { get; }

    public HttpClient Http { get; }

    public MemoryDataRepository Repository { get; private set; }

    public ManualTime Time { get; } = new();

    /// <summary>What was logged: level, event name and message.</summary>
    public ConcurrentQueue<(LogLevel Level, string Event, string Message)> Logged { get; } = new();

    /// <summary>The first run; <see cref="NewRun"/> makes another one on the same repository.</summary>
    public SemelContext Semel { get; }

    public Servers Servers => new(Http, Semel);

    public static ServerRequest Web1 => new() { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" };

    public static async Task<Scenario> StartAsync() => new(await CloudServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken));

    public SemelContext NewRun(Action<SemelOptions>? configure = null)
    {
        var options = new SemelOptions();
        configure?.Invoke(options);
        return new SemelContext(Repository, "test", options, this, Time);
    }

    public void WipeRepository() => Repository = new MemoryDataRepository(Time);

    /// <summary>Lets the clock run on, step by step, whenever the runtime waits, until the work is done.</summary>
    public async Task<T> WaitingOutAsync<T>(Task<T> work)
    {
        while (true)
        {
            _nextWait ??= _waits.WaitAsync(TestContext.Current.CancellationToken);
            if (await Task.WhenAny(work, _nextWait) == work) return await work;
            _nextWait = null;
            await Time.TimerStartedAsync();
            Time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    /// <summary>Completes when the runtime has begun to wait; the clock stands still until <see cref="WaitingOutAsync"/>.</summary>
    public async Task WaitBegunAsync()
    {
        await _waits.WaitAsync(TestContext.Current.CancellationToken);
        _waits.Release();
    }

    public async Task<ResourceRecord?> RecordAsync(string model = "Servers", string instance = "web-1") => await Repository.FindAsync(new ResourceKey("test", model, instance));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Cloud.DisposeAsync();
    }

    ILogger ILoggerFactory.CreateLogger(string categoryName) => this;

    void ILoggerFactory.AddProvider(ILoggerProvider provider)
    {
    }

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Logged.Enqueue((logLevel, eventId.Name!, formatter(state, exception)));
        if (eventId.Name == "Waiting") _waits.Release();
    }
}
