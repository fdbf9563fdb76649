namespace Polly
{
    using System;
    using System.Net.Http;
    using System.Threading;
    using System.Threading.Tasks;

    public interface IAsyncPolicy { Task<T> ExecuteAsync<T>(Func<Task<T>> action); Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken token); Task ExecuteAsync(Func<Task> action); }
    public interface IAsyncPolicy<T> { Task<T> ExecuteAsync(Func<Task<T>> action); Task<T> ExecuteAsync(Func<CancellationToken, Task<T>> action, CancellationToken token); }
    public abstract class AsyncPolicy : IAsyncPolicy
    {
        public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => null!;
        public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken token) => null!;
        public Task ExecuteAsync(Func<Task> action) => null!;
        public AsyncPolicy WrapAsync(IAsyncPolicy inner) => this;
    }
    public abstract class AsyncPolicy<T> : IAsyncPolicy<T>
    {
        public Task<T> ExecuteAsync(Func<Task<T>> action) => null!;
        public Task<T> ExecuteAsync(Func<CancellationToken, Task<T>> action, CancellationToken token) => null!;
    }
    public class PolicyBuilder { public PolicyBuilder Or<T>() => this; }
    public class PolicyBuilder<T> { public PolicyBuilder<T> Or<TException>() => this; public PolicyBuilder<T> OrResult(Func<T, bool> predicate) => this; }
    public abstract class Policy
    {
        public static PolicyBuilder Handle<T>() => new();
        public static PolicyBuilder<T> HandleResult<T>(Func<T, bool> predicate) => new();
        public static Timeout.AsyncTimeoutPolicy TimeoutAsync(TimeSpan timeout) => new();
        public static Timeout.AsyncTimeoutPolicy<T> TimeoutAsync<T>(TimeSpan timeout) => new();
        public static NoOp.AsyncNoOpPolicy<T> NoOpAsync<T>() => new();
    }
    public static class AsyncRetrySyntax
    {
        public static Retry.AsyncRetryPolicy RetryAsync(this PolicyBuilder builder, int count) => new();
        public static Retry.AsyncRetryPolicy WaitAndRetryAsync(this PolicyBuilder builder, int count, Func<int, TimeSpan> wait) => new();
        public static Retry.AsyncRetryPolicy<T> WaitAndRetryAsync<T>(this PolicyBuilder<T> builder, int count, Func<int, TimeSpan> wait) => new();
        public static Retry.AsyncRetryPolicy<T> RetryAsync<T>(this PolicyBuilder<T> builder, int count) => new();
        public static CircuitBreaker.AsyncCircuitBreakerPolicy CircuitBreakerAsync(this PolicyBuilder builder, int count, TimeSpan time) => new();
        public static CircuitBreaker.AsyncCircuitBreakerPolicy<T> CircuitBreakerAsync<T>(this PolicyBuilder<T> builder, int count, TimeSpan time) => new();
    }
    public sealed class ResiliencePipeline
    {
        public ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> callback, CancellationToken token = default) => default;
        public ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> callback, CancellationToken token = default) => default;
    }
    public sealed class ResiliencePipeline<T> { public ValueTask<T> ExecuteAsync(Func<CancellationToken, ValueTask<T>> callback, CancellationToken token = default) => default; }
    public sealed class ResiliencePipelineBuilder { public ResiliencePipeline Build() => new(); }
    public sealed class ResiliencePipelineBuilder<T> { public ResiliencePipeline<T> Build() => new(); }
    public static class BuilderExtensions
    {
        public static ResiliencePipelineBuilder AddRetry(this ResiliencePipelineBuilder b, Retry.RetryStrategyOptions o) => b;
        public static ResiliencePipelineBuilder AddTimeout(this ResiliencePipelineBuilder b, TimeSpan o) => b;
        public static ResiliencePipelineBuilder<T> AddRetry<T>(this ResiliencePipelineBuilder<T> b, Retry.RetryStrategyOptions<T> o) => b;
        public static ResiliencePipelineBuilder<T> AddTimeout<T>(this ResiliencePipelineBuilder<T> b, TimeSpan o) => b;
        public static ResiliencePipelineBuilder<T> AddHedging<T>(this ResiliencePipelineBuilder<T> b, Retry.HedgingStrategyOptions<T> o) => b;
    }
}

namespace Polly.Retry
{
    public class AsyncRetryPolicy : AsyncPolicy { }
    public class AsyncRetryPolicy<T> : AsyncPolicy<T> { }
    public class RetryStrategyOptions { public int MaxRetryAttempts { get; set; } }
    public class RetryStrategyOptions<T> { public int MaxRetryAttempts { get; set; } }
    public class HedgingStrategyOptions<T> { public int MaxHedgedAttempts { get; set; } }
}
namespace Polly.Timeout { public class AsyncTimeoutPolicy : AsyncPolicy { } public class AsyncTimeoutPolicy<T> : AsyncPolicy<T> { } }
namespace Polly.NoOp { public class AsyncNoOpPolicy<T> : AsyncPolicy<T> { } }
namespace Polly.CircuitBreaker { public class AsyncCircuitBreakerPolicy : AsyncPolicy { } public class AsyncCircuitBreakerPolicy<T> : AsyncPolicy<T> { } }
namespace Polly.Registry { public abstract class ResiliencePipelineProvider<TKey> { public abstract ResiliencePipeline GetPipeline(TKey key); } }
