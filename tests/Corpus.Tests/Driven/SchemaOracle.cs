using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Semel.Corpus.Tests.Driven;

/// <summary>NJsonSchema's word on what a model wrote.</summary>
internal sealed class SchemaOracle(JsonSchema schema)
{
    private const int Deepest = 12;

    public static async Task<SchemaOracle> OfAsync(JsonNode schema)
    {
        // it takes no draft that it doesn't know by name
        if (schema is JsonObject members) members.Remove("$schema");
        return new(await JsonSchema.FromJsonAsync(schema.ToJsonString(), TestContext.Current.CancellationToken));
    }

    /// <summary>What is wrong with what the model wrote, although the value it was built from is right; null: nothing.</summary>
    public string? Problem(JsonNode value, JsonNode written)
    {
        if (Lost(value, written, schema, "$", 0) is { } lost) return $"'{lost}' was lost";
        if (schema.Validate(value.ToJsonString()).Count > 0) return null;
        return schema.Validate(written.ToJsonString()).FirstOrDefault()?.ToString();
    }

    /// <summary>A property that the schema knows and the model hasn't kept as it was.</summary>
    private static string? Lost(JsonNode? value, JsonNode? written, JsonSchema? schema, string path, int depth)
    {
        if (schema is null || depth > Deepest) return null;
        if (value is JsonObject members && written is JsonObject kept)
        {
            return members.Select(member => Find(schema, member.Key, 0) is not { } known ? null
                : !kept.TryGetPropertyValue(member.Key, out var own) ? member.Value is null ? null : $"{path}.{member.Key}"
                : Lost(member.Value, own, known, $"{path}.{member.Key}", depth + 1)).FirstOrDefault(lost => lost is not null);
        }

        if (value is JsonArray items && written is JsonArray others && items.Count == others.Count)
            return items.Select((item, i) => Lost(item, others[i], schema.ActualSchema.Item, $"{path}[{i}]", depth + 1)).FirstOrDefault(lost => lost is not null);
        return value is JsonValue && !JsonNode.DeepEquals(value, written) && !AreOneTime(value, written) ? path : null;
    }

    private static bool AreOneTime(JsonNode value, JsonNode? written) =>
        DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && DateTimeOffset.TryParse(written?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) && time == other;

    private static JsonSchema? Find(JsonSchema schema, string name, int depth)
    {
        if (depth > Deepest) return null;
        var actual = schema.ActualSchema;
        if (actual.Properties.TryGetValue(name, out var property)) return property.ActualSchema;
        return actual.AllOf.Concat(actual.OneOf).Concat(actual.AnyOf).Select(part => Find(part, name, depth + 1)).FirstOrDefault(found => found is not null);
    }
}
