using System.Text.Json.Nodes;

namespace Semel;

internal sealed class NodeCodec : JsonCodec<JsonNode>
{
    internal override bool TakesNull => true;

    public override JsonNode Read(JsonNode node) => node;

    public override JsonNode? Write(JsonNode value) => value?.Parent is null ? value : value.DeepClone();
}
