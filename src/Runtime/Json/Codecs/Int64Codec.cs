using System.Text.Json.Nodes;

namespace Semel;

internal sealed class Int64Codec : JsonCodec<long>
{
    public override long Read(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out long number)) return number;
        return JsonLiteral.TryGetTextOrNumber(node, out var text) && NumberText.TryGetInt64(text, out var whole)
            ? whole
            : throw JsonMismatch.Expected("a whole number of 64 bits", node);
    }

    public override JsonNode? Write(long value) => JsonValue.Create(value);
}
