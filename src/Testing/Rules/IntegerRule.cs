using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

internal sealed class IntegerRule(long minimum, long maximum) : ValueRule
{
    public long Minimum { get; } = minimum;

    public long Maximum { get; } = maximum;

    public override string? Problem(JsonNode value, string path, IReferences references) =>
        value is JsonValue number && number.TryGetValue(out long integer) && integer >= Minimum && integer <= Maximum
            ? null
            : $"{path} must be an integer from {Minimum} to {Maximum}.";
}
