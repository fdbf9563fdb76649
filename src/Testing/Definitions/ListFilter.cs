using System.Text.Json.Nodes;

namespace Semel.Testing.Definitions;

/// <summary>A query parameter that narrows a list.</summary>
internal sealed record ListFilter(string Parameter, Func<JsonObject, string, bool> Matches)
{
    public static readonly ListFilter ByName = new("name", static (resource, wanted) => (string?)resource["name"] == wanted);

    public static readonly ListFilter ByTag = new("tag_name", static (resource, wanted) =>
        resource["tags"] is JsonArray tags && tags.Any(tag => (string?)tag == wanted));
}
