using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Driven;

/// <summary>Gives a generated method the values of a sample.</summary>
internal static class Arguments
{
    /// <summary>Null where the method takes something that the sample doesn't have: the reason is said.</summary>
    public static object?[]? Of(MethodInfo method, Sample sample, out string? problem)
    {
        problem = null;
        var arguments = new List<object?>();
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.ParameterType == typeof(CancellationToken))
            {
                arguments.Add(TestContext.Current.CancellationToken);
                continue;
            }

            var known = sample.Parameters.FirstOrDefault(other => other.Made && Flat(other.Name) == Flat(parameter.Name!));
            var value = known?.Value ?? Field(sample, parameter) ?? (IsBody(parameter, sample) ? sample.Body!.Value : parameter.Name == "instance" ? "instance" : null);
            if (value is null && known is null && !parameter.HasDefaultValue && !(IsBody(parameter, sample) && sample.Body!.Made))
            {
                if (!sample.Path.Contains('{', StringComparison.Ordinal))
                {
                    problem = $"nothing is known for '{parameter.Name}'";
                    return null;
                }

                // a parameter that the path alone names
                value = parameter.ParameterType == typeof(string) ? JsonValue.Create("1") : JsonValue.Create(1);
            }

            arguments.Add(value is null && parameter.HasDefaultValue ? parameter.DefaultValue : Convert(value, parameter.ParameterType));
        }

        return [.. arguments];
    }

    public static object? Convert(JsonNode? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString();
        if (type == typeof(Stream)) return new MemoryStream(Encoding.UTF8.GetBytes(value is JsonValue content && content.TryGetValue<string>(out var bytes) ? bytes : value?.ToJsonString() ?? ""));
        if (type == typeof(UploadFile)) return new UploadFile(new MemoryStream([1, 2, 3]), "file.bin");
        if (type == typeof(JsonScalar)) return Scalar(value!);
        if (type == typeof(JsonNode) || value is null) return value?.DeepClone();
        if (List(type) is { } item)
        {
            // a single value where a list is taken
            var values = value is JsonArray array ? array.Select(each => Convert(each, item)).ToList() : [Convert(value, item)];
            var list = Array.CreateInstance(item, values.Count);
            for (var i = 0; i < values.Count; i++) list.SetValue(values[i], i);
            return list;
        }

        return Views.IsView(type) ? Views.Rebuilt(value, type) : JsonSerializer.Deserialize(value, type);
    }

    /// <summary>A form's fields are parameters of their own.</summary>
    private static JsonNode? Field(Sample sample, ParameterInfo parameter) =>
        (sample.Body?.Value as JsonObject)?.FirstOrDefault(field => Flat(field.Key) == Flat(parameter.Name!)).Value;

    private static Type? List(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static JsonScalar Scalar(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetValue<JsonElement>().TryGetInt64(out var whole) ? whole : value.GetValue<JsonElement>().GetDouble(),
        _ => value.GetValue<string>(),
    };

    private static bool IsBody(ParameterInfo parameter, Sample sample) => sample.Body is not null && parameter.Name is "request" or "body" or "content";

    private static string Flat(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
