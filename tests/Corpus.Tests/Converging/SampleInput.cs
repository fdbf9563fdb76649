using System.Text.Json.Nodes;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Converging;

/// <summary>Two inputs of a create that differ in every property, made from the types that the generator bound.</summary>
internal sealed class SampleInput(ResourceModel model)
{
    private const int Depth = 3;

    private readonly Dictionary<string, TypeModel> _types = model.Types.ToDictionary(type => type.Identity, StringComparer.Ordinal);

    /// <param name="second">The other one.</param>
    public JsonObject Of(bool second) =>
        model.Operations.First(operation => operation.Kind == OperationKind.Create).Body is { } body && Value(body, second, Depth) is JsonObject json ? json : [];

    /// <summary>Null for a map that would be nested deeper.</summary>
    private JsonNode? Value(TypeReference type, bool second, int depth) => type.Kind switch
    {
        TypeKind.String or TypeKind.Json or TypeKind.Scalar => second ? "b" : "a",
        TypeKind.Boolean => !second,
        TypeKind.Int32 or TypeKind.Int64 => second ? 8 : 7,
        TypeKind.Double => second ? 2.5 : 1.5,
        TypeKind.DateTime => second ? "2026-01-02T03:04:06Z" : "2026-01-02T03:04:05Z",
        TypeKind.Date => second ? "2026-01-03" : "2026-01-02",
        TypeKind.Enum => EnumValue((EnumModel)_types[type.Identity!], second),
        TypeKind.Object => depth == 0 ? new JsonObject() : ObjectOf((ObjectModel)_types[type.Identity!], second, depth),
        TypeKind.List => List(type.Item!, second, depth),
        TypeKind.Map => Value(type.Item!, second, depth - 1) is { } value ? new JsonObject { ["key"] = value } : null,
        TypeKind.Stream or TypeKind.Download => throw new InvalidOperationException($"{type.Kind} is no JSON."),
    };

    private static JsonNode EnumValue(EnumModel model, bool second) => second
        ? model.Values.FirstOrDefault(value => !value.Equals(model.Values[0], StringComparison.OrdinalIgnoreCase)) ?? "a newer word"
        : model.Values[0];

    private JsonObject ObjectOf(ObjectModel model, bool second, int depth)
    {
        var json = new JsonObject();
        foreach (var property in model.Properties)
            if (Value(property.Type, second, depth - 1) is { } value) json[property.JsonName] = value;
        return json;
    }

    private JsonArray List(TypeReference item, bool second, int depth)
    {
        if (depth == 0) return [];
        var values = second ? new[] { Value(item, false, depth - 1), Value(item, true, depth - 1) } : [Value(item, false, depth - 1)];
        return [.. values.OfType<JsonNode>()];
    }
}
