using System.Text.Json.Nodes;

namespace Semel;

internal sealed class ScalarCodec : JsonCodec<JsonScalar>
{
    public override JsonScalar Read(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out bool boolean)) return boolean;
        if (JsonLiteral.TryGetText(node, out var text)) return text;
        if (JsonLiteral.TryGetNumber(node, out var number))
        {
            if (NumberText.TryGetInt64(number, out var whole)) return whole;
            if (NumberText.TryGetDouble(number, out var real)) return real;
        }

        throw JsonMismatch.Expected("a text, a number or a boolean", node);
    }

    public override JsonNode? Write(JsonScalar value) => value.Value switch
    {
        long whole => JsonValue.Create(whole),
        double real => JsonValue.Create(real),
        bool boolean => JsonValue.Create(boolean),
        _ => JsonValue.Create(value.AsString()),
    };
}
