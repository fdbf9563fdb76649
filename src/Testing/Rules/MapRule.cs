using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

/// <summary>An object whose names the client chooses.</summary>
internal sealed class MapRule(ValueRule item) : ValueRule
{
    public ValueRule Item { get; } = item;

    public override string? Problem(JsonNode value, string path, IReferences references)
    {
        if (value is not JsonObject members) return $"{path} must be an object.";
        return members
            .Select(member => member.Value is null ? $"{path}.{member.Key} must not be null." : Item.Problem(member.Value, $"{path}.{member.Key}", references))
            .FirstOrDefault(problem => problem is not null);
    }
}
