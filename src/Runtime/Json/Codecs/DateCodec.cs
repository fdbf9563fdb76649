using System.Text.Json.Nodes;

namespace Semel;

internal sealed class DateCodec : JsonCodec<DateOnly>
{
    public override DateOnly Read(JsonNode node) =>
        JsonLiteral.TryGetText(node, out var text) && Rfc3339.TryParse(text, out DateOnly value)
            ? value
            : throw JsonMismatch.Expected("a date (RFC 3339)", node);

    public override JsonNode? Write(DateOnly value) => JsonValue.Create(Rfc3339.Format(value));
}
