using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Reads an object as a view that shares the node.</summary>
/// <typeparam name="T">The view.</typeparam>
public sealed class ViewCodec<T> : JsonCodec<T> where T : View, IView<T>
{
    private ViewCodec()
    {
    }

    /// <summary>The codec.</summary>
    public static ViewCodec<T> Instance { get; } = new();

    /// <inheritdoc/>
    public override T Read(JsonNode node) => node is JsonObject json ? T.Wrap(json) : throw JsonMismatch.Expected("an object", node);

    /// <summary>The view's own node, or a copy where that has a parent.</summary>
    public override JsonNode? Write(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Json.Parent is null ? value.Json : value.Json.DeepClone();
    }
}
