using System.Text.Json.Nodes;

namespace Semel;

internal sealed class Int32Codec : JsonCodec<int>
{
    public override int Read(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out int number)) return number;
        return JsonLiteral.TryGetTextOrNumber(node, out var text) && NumberText.TryGetInt64(text, out var whole) && (int)whole == whole
            ? (int)whole
            : throw JsonMismatch.Expected("a whole number of 32 bits", node);
    }

    public override JsonNode? Write(int value) => JsonValue.Create(value);
}
