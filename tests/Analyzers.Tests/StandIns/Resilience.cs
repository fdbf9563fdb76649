namespace Microsoft.Extensions.DependencyInjection
{
    using System;
    using System.Net.Http;
    using Polly;

    public class HttpRetryOptions { public int MaxRetryAttempts { get; set; } public void DisableFor(params HttpMethod[] methods) { } public void DisableForUnsafeHttpMethods() { } }
    public class HttpStandardResilienceOptions { public HttpRetryOptions Retry { get; set; } = new(); }
    public interface IHttpStandardResiliencePipelineBuilder { }
    public static class ResilienceExtensions
    {
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder b) => null!;
        public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder b, Action<HttpStandardResilienceOptions> configure) => null!;
        public static IHttpStandardResiliencePipelineBuilder Configure(this IHttpStandardResiliencePipelineBuilder b, Action<HttpStandardResilienceOptions> configure) => null!;
        public static IHttpClientBuilder AddStandardHedgingHandler(this IHttpClientBuilder b) => b;
        public static IHttpClientBuilder AddResilienceHandler(this IHttpClientBuilder b, string name, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) => b;
        public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder b, IAsyncPolicy<HttpResponseMessage> policy) => b;
        public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder b, Func<HttpRequestMessage, IAsyncPolicy<HttpResponseMessage>> select) => b;
        public static IHttpClientBuilder AddTransientHttpErrorPolicy(this IHttpClientBuilder b, Func<PolicyBuilder<HttpResponseMessage>, IAsyncPolicy<HttpResponseMessage>> configure) => b;
    }
}
namespace Polly.Extensions.Http { using System.Net.Http; public static class HttpPolicyExtensions { public static PolicyBuilder<HttpResponseMessage> HandleTransientHttpError() => new(); } }
