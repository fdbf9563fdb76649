using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Semel;

/// <summary>Lets a view pass through <see cref="JsonSerializer"/> with or without reflection: as its JSON, unknown properties included.</summary>
/// <typeparam name="T">The view.</typeparam>
public sealed class ViewConverter<T> : JsonConverter<T> where T : View, IView<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonNode.Parse(ref reader) is JsonObject json ? T.Wrap(json) : throw new JsonException($"{typeof(T).Name} is read from an object only.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        value.Json.WriteTo(writer, options);
    }
}
