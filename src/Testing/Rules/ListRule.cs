using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

internal sealed class ListRule(ValueRule item, int minimumCount = 0) : ValueRule
{
    public ValueRule Item { get; } = item;

    public int MinimumCount { get; } = minimumCount;

    public override string? Problem(JsonNode value, string path, IReferences references)
    {
        if (value is not JsonArray items) return $"{path} must be an array.";
        if (items.Count < MinimumCount) return $"{path} must have at least {MinimumCount} item(s).";
        return items
            .Select((node, index) => node is null ? $"{path}[{index}] must not be null." : Item.Problem(node, $"{path}[{index}]", references))
            .FirstOrDefault(problem => problem is not null);
    }
}
