using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A typed view over a JSON object: the base of generated models. Reading at the same time is safe, writing is not.</summary>
public abstract class View(JsonObject json)
{
    /// <summary>The JSON object itself, unknown properties included.</summary>
    public JsonObject Json { get; } = json;
}

/// <summary>Wraps a JSON object in its view without copying it.</summary>
public interface IView<TSelf> where TSelf : View, IView<TSelf>
{
    /// <summary>The view of <paramref name="json"/>.</summary>
    static abstract TSelf Wrap(JsonObject json);
}
