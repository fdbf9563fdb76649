using System.Text.Json.Nodes;

namespace Semel;

internal sealed class NullableCodec<T>(JsonCodec<T> values) : JsonCodec<T?> where T : class
{
    public override T? Read(JsonNode node) => values.Read(node);

    public override JsonNode? Write(T? value) => value is null ? null : values.Write(value);

    internal override bool TakesNull => true;
}
