using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

/// <summary>What a value must be.</summary>
internal abstract class ValueRule
{
    /// <summary>What is wrong with the value at the path, as a sentence; null where nothing is.</summary>
    public abstract string? Problem(JsonNode value, string path, IReferences references);
}

/// <summary>Knows which resources exist.</summary>
internal interface IReferences
{
    bool Exists(string kind, string id);
}
