using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

internal sealed class BooleanRule : ValueRule
{
    public override string? Problem(JsonNode value, string path, IReferences references) =>
        value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : $"{path} must be true or false.";
}
