using System.Text.Json.Nodes;

namespace Semel;

internal sealed class BooleanCodec : JsonCodec<bool>
{
    public override bool Read(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out bool boolean)) return boolean;
        return JsonLiteral.TryGetText(node, out var text) && text is "true" or "false"
            ? text == "true"
            : throw JsonMismatch.Expected("a boolean", node);
    }

    public override JsonNode? Write(bool value) => JsonValue.Create(value);
}
