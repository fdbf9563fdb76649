using System.Text.Json.Nodes;
using Semel.Testing.Definitions;

namespace Semel.Testing.Rules;

internal sealed class ObjectRule(IReadOnlyList<PropertyDefinition> properties) : ValueRule
{
    public IReadOnlyList<PropertyDefinition> Properties { get; } = properties;

    public override string? Problem(JsonNode value, string path, IReferences references)
    {
        if (value is not JsonObject body) return $"{path} must be an object.";
        string prefix = path.Length == 0 ? "" : path + ".";
        return Properties
            .Select(property => PropertyProblem(property, body, prefix + property.Name, references))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? PropertyProblem(PropertyDefinition property, JsonObject body, string path, IReferences references)
    {
        if (!body.TryGetPropertyValue(property.Name, out JsonNode? value)) return property.Required ? $"{path} is required." : null;
        if (value is null) return property.Nullable ? null : $"{path} must not be null.";
        return property.Rule.Problem(value, path, references);
    }
}
