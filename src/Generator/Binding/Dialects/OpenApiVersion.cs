using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Dialects;

/// <summary>Which version of OpenAPI a document is written in.</summary>
internal static class OpenApiVersion
{
    public static IDialect Dialect(SpecNode root, References references) => Is2(root) ? new OpenApi2(root, references) : new OpenApi3(root, references);

    private static bool Is2(SpecNode root) => root.Get("openapi") is null && root.Get("swagger") is not null;
}
