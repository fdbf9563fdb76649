namespace RestSharp
{
    using System;
    using System.Threading;
    using System.Threading.Tasks;

    public enum Method { Get, Post, Put, Delete, Head, Options, Patch }
    public class RestRequest
    {
        public RestRequest(string resource = "", Method method = Method.Get) { Resource = resource; Method = method; }
        public string Resource { get; set; }
        public Method Method { get; set; }
        public RestRequest AddJsonBody<T>(T body) => this;
        public RestRequest AddBody(object body) => this;
        public RestRequest AddHeader(string name, string value) => this;
        public RestRequest AddParameter(string name, object value) => this;
        public RestRequest AddUrlSegment(string name, string value) => this;
        public RestRequest AddQueryParameter(string name, string value) => this;
    }
    public class RestResponse { public bool IsSuccessful { get; set; } public System.Net.HttpStatusCode StatusCode { get; set; } public string? Content { get; set; } public string? ErrorMessage { get; set; } }
    public class RestResponse<T> : RestResponse { public T? Data { get; set; } }
    public interface IRestClient { Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default); }
    public class RestClient : IRestClient
    {
        public RestClient(string baseUrl) { }
        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => null!;
    }
    public static class RestClientExtensions
    {
        public static Task<RestResponse<T>> ExecuteAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<RestResponse<T>> ExecutePostAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<RestResponse> ExecutePostAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<RestResponse<T>> ExecuteGetAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<RestResponse<T>> ExecutePutAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<T?> PostAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<T?> GetAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<TResponse?> PostJsonAsync<TRequest, TResponse>(this IRestClient client, string resource, TRequest request, CancellationToken cancellationToken = default) => null!;
    }
}
