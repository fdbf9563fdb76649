using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel.Testing.Definitions;

/// <summary>What the ids of a kind look like.</summary>
internal enum IdKind
{
    Uuid,
    Integer,
    Name,
}

internal static class IdKindExtensions
{
    public static JsonNode ToNode(this IdKind kind, string id) => kind switch
    {
        IdKind.Integer => JsonValue.Create(long.Parse(id, CultureInfo.InvariantCulture)),
        IdKind.Uuid or IdKind.Name => JsonValue.Create(id),
    };
}
