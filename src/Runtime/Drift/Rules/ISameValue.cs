using System.Text.Json.Nodes;

namespace Semel;

/// <summary>One way in which two values that are written differently are the same.</summary>
internal interface ISameValue
{
    /// <summary>True when they are the same by this rule; false says nothing.</summary>
    /// <param name="path">Where they stand, dotted; items of arrays have the path of the array.</param>
    /// <param name="one">A value, not null.</param>
    /// <param name="other">Another one, not null.</param>
    bool Holds(string path, JsonNode one, JsonNode other);
}
