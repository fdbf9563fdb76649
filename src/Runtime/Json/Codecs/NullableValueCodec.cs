using System.Text.Json.Nodes;

namespace Semel;

internal sealed class NullableValueCodec<T>(JsonCodec<T> values) : JsonCodec<T?> where T : struct
{
    public override T? Read(JsonNode node) => values.Read(node);

    public override JsonNode? Write(T? value) => value is { } known ? values.Write(known) : null;

    internal override bool TakesNull => true;
}
