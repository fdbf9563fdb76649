using System.Text.Json.Nodes;

namespace Semel;

internal sealed class DoubleCodec : JsonCodec<double>
{
    public override double Read(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number)) return number;
        return JsonLiteral.TryGetTextOrNumber(node, out var text) && NumberText.TryGetDouble(text, out var parsed)
            ? parsed
            : throw JsonMismatch.Expected("a finite number", node);
    }

    public override JsonNode? Write(double value) => double.IsFinite(value)
        ? JsonValue.Create(value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");
}
