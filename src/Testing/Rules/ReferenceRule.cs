using System.Text.Json;
using System.Text.Json.Nodes;
using Semel.Testing.Definitions;

namespace Semel.Testing.Rules;

/// <summary>The id of a live resource.</summary>
internal sealed class ReferenceRule(string kind) : ValueRule
{
    public string Kind { get; } = kind;

    public override string? Problem(JsonNode value, string path, IReferences references)
    {
        JsonValueKind wanted = Catalogue.Get(Kind).Id == IdKind.Integer ? JsonValueKind.Number : JsonValueKind.String;
        return value.GetValueKind() == wanted && references.Exists(Kind, value.ToString())
            ? null
            : $"{path} must be the id of one of the {Kind}; {value.ToJsonString()} is not.";
    }
}
