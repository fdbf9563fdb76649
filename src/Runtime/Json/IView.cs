using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Wraps a JSON object in its view without copying it.</summary>
public interface IView<TSelf> where TSelf : View, IView<TSelf>
{
    /// <summary>The view of <paramref name="json"/>.</summary>
    static abstract TSelf Wrap(JsonObject json);
}
