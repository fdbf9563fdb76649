using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

internal sealed class ChoiceRule(params string[] choices) : ValueRule
{
    public IReadOnlyList<string> Choices { get; } = choices;

    public override string? Problem(JsonNode value, string path, IReferences references) =>
        value is JsonValue text && text.TryGetValue(out string? choice) && Choices.Contains(choice)
            ? null
            : $"{path} must be one of {string.Join(", ", Choices)}.";
}
