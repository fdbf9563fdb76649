namespace Semel.Generator.Tests.Idempotent;

/// <summary>Refit is known by the names of its attributes and types; these are stand-ins of the same names.</summary>
internal static class RefitStandIns
{
    public const string Source = """
        #pragma warning disable CS1591
        namespace Refit
        {
            public class HttpMethodAttribute(string path) : System.Attribute { public string Path => path; }
            public sealed class GetAttribute(string path) : HttpMethodAttribute(path);
            public sealed class PostAttribute(string path) : HttpMethodAttribute(path);
            public sealed class PutAttribute(string path) : HttpMethodAttribute(path);
            public sealed class PatchAttribute(string path) : HttpMethodAttribute(path);
            public sealed class DeleteAttribute(string path) : HttpMethodAttribute(path);
            [System.AttributeUsage(System.AttributeTargets.Parameter)] public sealed class BodyAttribute : System.Attribute;
            [System.AttributeUsage(System.AttributeTargets.Parameter)] public sealed class HeaderAttribute(string header) : System.Attribute { public string Header => header; }
            [System.AttributeUsage(System.AttributeTargets.Parameter)] public sealed class HeaderCollectionAttribute : System.Attribute;
            public interface IApiResponse { System.Net.HttpStatusCode StatusCode { get; } System.Net.Http.Headers.HttpResponseHeaders Headers { get; } }
            public interface IApiResponse<out T> : IApiResponse { T? Content { get; } }
            public sealed class ApiResponse<T>(System.Net.Http.HttpResponseMessage response, T? content) : IApiResponse<T>
            {
                public System.Net.HttpStatusCode StatusCode => response.StatusCode;
                public System.Net.Http.Headers.HttpResponseHeaders Headers => response.Headers;
                public T? Content => content;
            }
            public class ApiException(System.Net.HttpStatusCode status) : System.Exception { public System.Net.HttpStatusCode StatusCode => status; }
        }
        """;
}
