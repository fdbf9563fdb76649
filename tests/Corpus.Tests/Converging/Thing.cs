using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Converging;

/// <summary>Any resource or request.</summary>
internal sealed class Thing(JsonObject json) : View(json), IView<Thing>
{
    public static Thing Wrap(JsonObject json) => new(json);
}
