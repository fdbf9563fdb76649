using System.Text.Json.Nodes;

namespace Semel;

internal sealed partial class SecretScrubber
{
    /// <summary>A copy without the secrets: in names, texts and numbers.</summary>
    public JsonNode? Scrub(JsonNode? node) => node switch
    {
        JsonObject json => Scrub(json),
        JsonArray array => new JsonArray([.. array.Select(Scrub)]),
        _ when JsonLiteral.TryGetTextOrNumber(node, out var text) && Scrub(text) is var clean && clean != text => JsonValue.Create(clean),
        _ => node?.DeepClone(),
    };

    private JsonObject Scrub(JsonObject json)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in json) copy[Scrub(name)] = Scrub(value);
        return copy;
    }
}
