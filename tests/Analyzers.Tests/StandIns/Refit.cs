namespace Refit
{
    using System;

    public abstract class HttpMethodAttribute(string path) : Attribute { public string Path => path; }
    [AttributeUsage(AttributeTargets.Method)] public sealed class PostAttribute(string path) : HttpMethodAttribute(path);
    [AttributeUsage(AttributeTargets.Method)] public sealed class GetAttribute(string path) : HttpMethodAttribute(path);
    [AttributeUsage(AttributeTargets.Method)] public sealed class PutAttribute(string path) : HttpMethodAttribute(path);
    [AttributeUsage(AttributeTargets.Method)] public sealed class PatchAttribute(string path) : HttpMethodAttribute(path);
    [AttributeUsage(AttributeTargets.Method)] public sealed class DeleteAttribute(string path) : HttpMethodAttribute(path);
    [AttributeUsage(AttributeTargets.Parameter)] public sealed class BodyAttribute : Attribute;
    [AttributeUsage(AttributeTargets.Parameter)] public sealed class QueryAttribute : Attribute;
    [AttributeUsage(AttributeTargets.Parameter)] public sealed class HeaderAttribute(string name) : Attribute { public string Name => name; }
    [AttributeUsage(AttributeTargets.All)] public sealed class HeadersAttribute(params string[] headers) : Attribute { public string[] Headers => headers; }
    public sealed class ApiResponse<T> { public T Content { get; set; } = default!; public bool IsSuccessStatusCode { get; set; } }
    public sealed class ApiException : Exception { public System.Net.HttpStatusCode StatusCode { get; set; } public string? Content { get; set; } }
    public static class RestService { public static T For<T>(string url) => default!; }
    public static class HttpClientFactoryExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddRefitClient<T>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) => null!;
    }
}
