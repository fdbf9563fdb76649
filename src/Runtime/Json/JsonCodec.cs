using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Reads and writes one type of value from and to JSON. Codecs hold no state that changes; one instance serves all threads.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class JsonCodec<T>
{
    private JsonCodec<IReadOnlyList<T>>? _list;
    private JsonCodec<IReadOnlyDictionary<string, T>>? _map;

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The node is of an altogether other type. The message names types, never the value.</exception>
    public abstract T Read(JsonNode node);

    /// <summary>Makes a node of a value; it has no parent. Null stands for JSON null.</summary>
    public abstract JsonNode? Write(T value);

    /// <summary>The codec of an array of such values.</summary>
    public JsonCodec<IReadOnlyList<T>> List =>
        _list ?? Interlocked.CompareExchange(ref _list, new ListCodec<T>(this), null) ?? _list;

    /// <summary>The codec of an object whose properties all hold such values.</summary>
    public JsonCodec<IReadOnlyDictionary<string, T>> Map =>
        _map ?? Interlocked.CompareExchange(ref _map, new MapCodec<T>(this), null) ?? _map;

    /// <summary>Whether JSON null is a value of the type inside lists and maps.</summary>
    internal virtual bool TakesNull => false;

    /// <summary>The codec that takes null too, once it was asked for.</summary>
    internal object? OrNull { get; set; }

    internal T ReadItem(JsonNode? node) =>
        node is not null ? Read(node) : TakesNull ? default! : throw new JsonException("a value was expected, but the item is null.");
}
