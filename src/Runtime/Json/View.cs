using System.Text.Json;
using System.Text.Json.Nodes;
using Semel.Workflows;

namespace Semel;

/// <summary>A typed view over a JSON object: the base of generated models. Reading at the same time is safe, writing is not.</summary>
/// <remarks>
/// Unknown properties stay. A nested view shares the JSON node of its parent; assigning a node that has a parent copies it.
/// Two views are equal when they are of one type and their JSON is equal, whatever the order of its properties.
/// </remarks>
public abstract partial class View : IEquatable<View>
{
    /// <summary>Views an empty object.</summary>
    protected View() => Json = [];

    /// <summary>Views <paramref name="json"/> without copying it.</summary>
    protected View(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Json = json;
    }

    /// <summary>The JSON object itself, unknown properties included.</summary>
    public JsonObject Json { get; }

    /// <summary>Reads a required property.</summary>
    /// <exception cref="JsonException">The property is absent, null or of another type.</exception>
    protected T Get<T>(string name, JsonCodec<T> codec) =>
        Find(name) is { } node ? Read(name, codec, node) : Unknowns.TryFind(this, name, codec, out var unknown) ? unknown : throw JsonMismatch.Missing(this, name);

    /// <summary>Reads an optional property; absent and null read as null.</summary>
    /// <exception cref="JsonException">The property is of another type.</exception>
    protected T? GetOrNull<T>(string name, JsonCodec<T> codec) where T : class =>
        Find(name) is { } node ? Read(name, codec, node) : Unknowns.TryFind(this, name, codec, out var unknown) ? unknown : null;

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected T? GetValueOrNull<T>(string name, JsonCodec<T> codec) where T : struct =>
        Find(name) is { } node ? Read(name, codec, node) : Unknowns.TryFind(this, name, codec, out var unknown) ? unknown : null;

    /// <summary>Writes a required property.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    protected void Set<T>(string name, JsonCodec<T> codec, T value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value), $"{GetType().Name}.{name} is required.");
        Write(name, codec, value);
    }

    /// <summary>Writes an optional property; null removes it.</summary>
    protected void SetOrRemove<T>(string name, JsonCodec<T> codec, T? value) where T : class
    {
        if (value is null) Json.Remove(name);
        else Write(name, codec, value);
    }

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetValueOrRemove<T>(string name, JsonCodec<T> codec, T? value) where T : struct
    {
        if (value is null) Json.Remove(name);
        else Write(name, codec, value.Value);
    }

    /// <summary>Writes a nullable property; null writes JSON null.</summary>
    protected void SetOrNull<T>(string name, JsonCodec<T> codec, T? value) where T : class
    {
        if (value is null) Json[name] = null;
        else Write(name, codec, value);
    }

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetValueOrNull<T>(string name, JsonCodec<T> codec, T? value) where T : struct
    {
        if (value is null) Json[name] = null;
        else Write(name, codec, value.Value);
    }

    /// <summary>True when the other view is of the same type and its JSON is equal.</summary>
    public bool Equals(View? other) =>
        other is not null && other.GetType() == GetType() && JsonNode.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as View);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonHash.Of(Json);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Json.ToJsonString();

    private JsonNode? Find(string name)
    {
        try
        {
            return Json.TryGetPropertyValue(name, out var node) ? node : null;
        }
        catch (ArgumentException duplicate)
        {
            throw new JsonException($"{GetType().Name} has a property twice.", duplicate);
        }
    }

    private T Read<T>(string name, JsonCodec<T> codec, JsonNode node)
    {
        try
        {
            return codec.Read(node);
        }
        catch (JsonException mismatch)
        {
            throw JsonMismatch.In(this, name, mismatch);
        }
    }

    private void Write<T>(string name, JsonCodec<T> codec, T value) => Write(name, codec.Write(value));

    private void Write(string name, JsonNode? node)
    {
        var isTaken = node is not null && (node.Parent is not null || ReferenceEquals(node, Json.Root));
        Json[name] = isTaken ? node!.DeepClone() : node;
    }
}
