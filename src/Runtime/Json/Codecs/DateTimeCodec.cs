using System.Text.Json.Nodes;

namespace Semel;

internal sealed class DateTimeCodec : JsonCodec<DateTimeOffset>
{
    public override DateTimeOffset Read(JsonNode node) =>
        JsonLiteral.TryGetText(node, out var text) && Rfc3339.TryParse(text, out DateTimeOffset value)
            ? value
            : throw JsonMismatch.Expected("a point in time (RFC 3339)", node);

    public override JsonNode? Write(DateTimeOffset value) => JsonValue.Create(Rfc3339.Format(value));
}
