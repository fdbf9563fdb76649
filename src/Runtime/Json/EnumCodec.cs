using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Reads and writes an enumeration by its text; unknown values survive. A number reads as its text.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class EnumCodec<T> : JsonCodec<T> where T : struct, IStringEnum<T>
{
    private EnumCodec()
    {
    }

    /// <summary>The codec.</summary>
    public static EnumCodec<T> Instance { get; } = new();

    /// <inheritdoc/>
    public override T Read(JsonNode node) =>
        JsonLiteral.TryGetTextOrNumber(node, out var text) ? T.Create(text) : throw JsonMismatch.Expected("a text", node);

    /// <inheritdoc/>
    public override JsonNode? Write(T value) => JsonValue.Create(StringEnum.Text(value));
}
