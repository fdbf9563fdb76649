using System.Collections.Concurrent;
using CloudModels;
using Microsoft.Extensions.Logging;
using Semel.Protocol;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>A small cloud, a repository, a clock that jumps when the runtime waits, and a log.</summary>
internal sealed class Stage : IAsyncDisposable, ILoggerFactory, ILogger
{
    private Stage(CloudServer cloud)
    {
        Cloud = cloud;
        Http = cloud.CreateClient();
        Repository = new MemoryDataRepository(Time);
        Semel = NewRun();
    }

    public CloudServer Cloud { get; }

    public HttpClient Http { get; }

    public JumpingTime Time { get; } = new();

    public MemoryDataRepository Repository { get; private set; }

    public SemelContext Semel { get; }

    public ConcurrentQueue<(string Event, string Message)> Logged { get; } = new();

    public static async Task<Stage> StartAsync() => new(await CloudServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken));

    public SemelContext NewRun(IDataRepository? repository = null, string scope = "test", Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision>? next = null) =>
        new(repository ?? Repository, scope, new SemelOptions(), this, Time) { Next = next ?? CreateProtocol.Next };

    public void WipeRepository() => Repository = new MemoryDataRepository(Time);

    public async Task<ResourceRecord?> RecordAsync(string model, string instance) => await Repository.FindAsync(new ResourceKey("test", model, instance));

    /// <summary>Every version of every record but those of runs.</summary>
    public async Task<long> VersionsAsync()
    {
        var versions = 0L;
        await foreach (var record in Repository.ListAsync("test")) versions += record is RunRecord ? 0 : record.Version;
        return versions;
    }

    public static ServerRequest Server(string name, string? network = null, string? tag = null) => new()
    {
        Name = name,
        Region = "north-1",
        Size = "small",
        Image = "debian-13",
        NetworkId = network,
        Tags = tag is null ? null : [tag],
    };

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
        Logged.Enqueue((eventId.Name!, formatter(state, exception)));
    }
}
