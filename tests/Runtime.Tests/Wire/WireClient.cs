using Polly;
using Polly.Hedging;
using Polly.Retry;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Wire;

/// <summary>A column: the handlers that a user put between HttpClient and the wire, outermost first.</summary>
internal sealed record WireClient(string Name, Func<DelegatingHandler[]> Handlers)
{
    /// <summary>A handler keeps the body, from where it could be sent again: Semel sends nothing through it.</summary>
    public bool KeepsBody { get; init; }

    /// <summary>How many POSTs are sent at the same time.</summary>
    public int Together { get; init; } = 1;

    public static IReadOnlyList<WireClient> All { get; } =
    [
        new("none", () => []),
        new("retrying", () => [new RetryingHandler()]),
        new("hedging", () => [new HedgingHandler()]) { Together = 2 },
        new("retrying over buffering", () => [new RetryingHandler(), new BufferingHandler()]) { KeepsBody = true },
        new("cloning, bodies too", () => [CloningHandler.ByReading()]) { KeepsBody = true },
        new("cloning, one body", () => [new SharedBodyCloningHandler()]),
        new("compressing over retrying", () => [new CompressingHandler(), new RetryingHandler()]) { KeepsBody = true },
        new("Polly: retry", () => [new PollyHandler(Retry())]),
        new("Polly: hedge failures", () => [new PollyHandler(Hedge())]),
    ];

    private static ResiliencePipeline<HttpResponseMessage> Retry() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { MaxRetryAttempts = 2, Delay = TimeSpan.Zero, ShouldHandle = Failures() })
        .Build();

    /// <summary>Hedging by time would make the counts a race.</summary>
    private static ResiliencePipeline<HttpResponseMessage> Hedge() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddHedging(new HedgingStrategyOptions<HttpResponseMessage> { MaxHedgedAttempts = 2, Delay = Timeout.InfiniteTimeSpan, ShouldHandle = Failures() })
        .Build();

    private static PredicateBuilder<HttpResponseMessage> Failures() => new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>()
        .Handle<TimeoutException>()
        .HandleResult(response => (int)response.StatusCode is 408 or 429 or >= 500);
}
