using System.Text.Json.Nodes;

namespace Semel;

internal sealed class StringCodec : JsonCodec<string>
{
    public override string Read(JsonNode node) =>
        JsonLiteral.TryGetTextOrNumber(node, out var text) ? text : throw JsonMismatch.Expected("a text", node);

    public override JsonNode? Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonValue.Create(value);
    }
}
