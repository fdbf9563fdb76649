using System.Text.Json.Nodes;

namespace Semel.Testing.Definitions;

/// <summary>A query parameter that narrows a list.</summary>
internal sealed record ListFilter(string Parameter, Func<JsonObject, string, bool> Matches)
{
    public static readonly ListFilter ByName = new("name", static (resource, wanted) => (string?)resource["name"] == wanted);

    public static readonly ListFilter ByTag = new("tag_name", static (resource, wanted) =>
        resource["tags"] is JsonArray tags && tags.Any(tag => (string?)tag == wanted));

    /// <summary><c>key=value</c> or <c>key</c>, several joined by commas: all must hold.</summary>
    public static readonly ListFilter ByLabels = new("label_selector", static (resource, wanted) =>
        resource["labels"] is JsonObject labels && wanted.Split(',').All(part => HasLabel(labels, part.Split('=', 2))));

    private static bool HasLabel(JsonObject labels, string[] part) =>
        labels.TryGetPropertyValue(part[0], out JsonNode? value) && (part.Length == 1 || (string?)value == part[1]);
}
