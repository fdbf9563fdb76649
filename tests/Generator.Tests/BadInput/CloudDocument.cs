using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.BadInput;

/// <summary>The document of the sample, which has every feature of the generator.</summary>
internal static class CloudDocument
{
    public static readonly string Yaml = File.ReadAllText(Path.Combine(TestFolder.Path, "..", "..", "samples", "Web", "cloud.yaml"));

    public static readonly string Json = ToJson(SpecReader.Read("cloud.yaml", SourceText.From(Yaml), CancellationToken.None).Root)!.ToJsonString();

    public static readonly IReadOnlyList<string> Collections = ["networks", "tags", "servers", "load_balancers", "firewalls", "volumes", "buckets", "certificates", "databases"];

    public static JsonNode? ToJson(SpecNode node) => node.Kind switch
    {
        NodeKind.Map => new JsonObject(node.Entries.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        NodeKind.Sequence => new JsonArray([.. node.Items.Select(ToJson)]),
        NodeKind.String => JsonValue.Create(node.Text),
        NodeKind.Number or NodeKind.Boolean => JsonNode.Parse(node.Text!),
        NodeKind.Null => null,
    };
}
