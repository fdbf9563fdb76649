using System.Net;
using System.Net.Http.Headers;

// Refit's names, for interfaces that the generator recognises by them
namespace Refit;

public abstract class HttpMethodAttribute(string path) : Attribute
{
    public string Path => path;
}

public sealed class GetAttribute(string path) : HttpMethodAttribute(path);

public sealed class PostAttribute(string path) : HttpMethodAttribute(path);

public sealed class PutAttribute(string path) : HttpMethodAttribute(path);

public sealed class DeleteAttribute(string path) : HttpMethodAttribute(path);

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BodyAttribute : Attribute;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HeaderAttribute(string header) : Attribute
{
    public string Header => header;
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HeaderCollectionAttribute : Attribute;

/// <summary>As Refit's: it doesn't throw for an error status.</summary>
public interface IApiResponse
{
    HttpStatusCode StatusCode { get; }

    HttpResponseHeaders? Headers { get; }
}

/// <summary>As Refit's.</summary>
public sealed class ApiResponse<T>(HttpStatusCode status, T? content, HttpResponseHeaders? headers = null) : IApiResponse
{
    public HttpStatusCode StatusCode => status;

    public HttpResponseHeaders? Headers => headers;

    public T? Content => content;
}

/// <summary>As Refit's, for an error status.</summary>
public sealed class ApiException(HttpStatusCode status) : Exception($"status {(int)status}")
{
    public HttpStatusCode StatusCode => status;
}
