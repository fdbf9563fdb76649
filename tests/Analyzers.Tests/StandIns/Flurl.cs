namespace Flurl
{
    public class Url { public static implicit operator Url(string text) => new(); }
    public static class UrlExtensions
    {
        public static Url AppendPathSegment(this string url, object segment) => new();
        public static Url AppendPathSegment(this Url url, object segment) => url;
        public static Url AppendPathSegments(this string url, params object[] segments) => new();
        public static Url SetQueryParam(this Url url, string name, object? value) => url;
    }
}

namespace Flurl.Http
{
    using System.Net.Http;
    using System.Threading;
    using System.Threading.Tasks;

    public interface IFlurlRequest { }
    public interface IFlurlResponse { int StatusCode { get; } Task<T> GetJsonAsync<T>(); }
    public interface IFlurlClient { IFlurlRequest Request(params object[] segments); }
    public class FlurlHttpException : System.Exception { public int? StatusCode { get; set; } }
    public static class Extensions
    {
        public static IFlurlRequest WithHeader(this string url, string name, object value) => null!;
        public static IFlurlRequest WithHeader(this Url url, string name, object value) => null!;
        public static IFlurlRequest WithHeader(this IFlurlRequest request, string name, object value) => null!;
        public static IFlurlRequest WithOAuthBearerToken(this string url, string token) => null!;
        public static IFlurlRequest WithOAuthBearerToken(this Url url, string token) => null!;
        public static IFlurlRequest WithOAuthBearerToken(this IFlurlRequest request, string token) => null!;
        public static IFlurlRequest AppendPathSegment(this IFlurlRequest request, object segment) => null!;
        public static IFlurlRequest AppendPathSegments(this IFlurlRequest request, params object[] segments) => null!;
        public static IFlurlRequest SetQueryParam(this IFlurlRequest request, string name, object? value) => null!;
        public static Task<IFlurlResponse> PostJsonAsync(this string url, object body, CancellationToken cancellationToken = default) => null!;
        public static Task<IFlurlResponse> PostJsonAsync(this Url url, object body, CancellationToken cancellationToken = default) => null!;
        public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null!;
        public static Task<IFlurlResponse> PostUrlEncodedAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null!;
        public static Task<IFlurlResponse> PostAsync(this IFlurlRequest request, HttpContent? content = null, CancellationToken cancellationToken = default) => null!;
        public static Task<IFlurlResponse> PutJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null!;
        public static Task<IFlurlResponse> SendJsonAsync(this IFlurlRequest request, HttpMethod verb, object body, CancellationToken cancellationToken = default) => null!;
        public static Task<T> ReceiveJson<T>(this Task<IFlurlResponse> response) => null!;
        public static Task<T> GetJsonAsync<T>(this IFlurlRequest request, CancellationToken cancellationToken = default) => null!;
        public static Task<T> GetJsonAsync<T>(this Url url, CancellationToken cancellationToken = default) => null!;
    }
}
