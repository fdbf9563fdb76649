using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>The model of the simulated API, as the generator would write it.</summary>
public sealed class Thing : View, IView<Thing>
{
    private Thing(JsonObject json) : base(json)
    {
    }

    /// <inheritdoc/>
    public static Thing Wrap(JsonObject json) => new(json);
}
