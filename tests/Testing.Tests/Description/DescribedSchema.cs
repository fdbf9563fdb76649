using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Semel.Testing.Tests.Description;

/// <summary>A schema with its <c>allOf</c> parts.</summary>
internal sealed class DescribedSchema(CloudDescription description, YamlNode node)
{
    public YamlMappingNode Node { get; } = description.Resolve(node);

    private IEnumerable<DescribedSchema> Parts => Node.Items("allOf").Select(part => new DescribedSchema(description, part));

    public IReadOnlyDictionary<string, DescribedSchema> Properties =>
        (Node.Map("properties")?.Entries() ?? [])
            .Select(property => KeyValuePair.Create(property.Key, new DescribedSchema(description, property.Value)))
            .Concat(Parts.SelectMany(part => part.Properties))
            .ToDictionary();

    public IReadOnlyList<string> Required => [.. Node.Texts("required").Concat(Parts.SelectMany(part => part.Required)).Distinct().Order()];

    public string? Type => Node.Text("type") ?? Parts.Select(part => part.Type).FirstOrDefault();

    /// <summary>What the members of a map are; null where only declared ones are allowed.</summary>
    public DescribedSchema? Members => Node.Member("additionalProperties") is { } members ? new(description, members) : null;

    public DescribedSchema Items => new(description, Node.Member("items")!);

    /// <summary>What makes the value of a reply differ from the schema; undeclared properties too.</summary>
    public IEnumerable<string> Problems(JsonNode? value, string path)
    {
        if (value is null) return Node.Flag("nullable") ? [] : [$"{path} is null"];
        return value switch
        {
            JsonObject body when Type == "object" => ObjectProblems(body, path),
            JsonArray items when Type == "array" => items.SelectMany((item, index) => Items.Problems(item, $"{path}[{index}]")),
            JsonValue scalar => ScalarProblems(scalar, path),
            _ => [$"{path} is no {Type}"],
        };
    }

    private IEnumerable<string> ObjectProblems(JsonObject body, string path)
    {
        IReadOnlyDictionary<string, DescribedSchema> properties = Properties;
        return Required.Where(name => !body.ContainsKey(name) && !properties[name].Node.Flag("writeOnly")).Select(name => $"{path}.{name} is missing")
            .Concat(body.SelectMany(member => properties.TryGetValue(member.Key, out DescribedSchema? schema)
                ? (schema.Node.Flag("writeOnly") ? [$"{path}.{member.Key} is shown"] : schema.Problems(member.Value, $"{path}.{member.Key}"))
                : Members?.Problems(member.Value, $"{path}.{member.Key}") ?? [$"{path}.{member.Key} is not declared"]));
    }

    private IEnumerable<string> ScalarProblems(JsonValue value, string path)
    {
        string text = value.ToString();
        bool rightType = Type switch
        {
            "string" => value.GetValueKind() == JsonValueKind.String,
            "integer" => value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out long _),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => false,
        };
        if (!rightType) yield return $"{path} is no {Type}";
        if (Node.Member("enum") is not null && !Node.Texts("enum").Contains(text)) yield return $"{path} is {text}";
        if (!HasFormat(text)) yield return $"{path} is no {Node.Text("format")}";
        if (Node.Text("pattern") is { } pattern && !Regex.IsMatch(text, pattern)) yield return $"{path} does not match";
    }

    private bool HasFormat(string text) => Node.Text("format") switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => DateTimeOffset.TryParse(text, out _) && text.Contains('T'),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "int32" => int.TryParse(text, out _),
        "int64" or "password" or null => true,
        var other => throw new NotSupportedException(other),
    };
}
