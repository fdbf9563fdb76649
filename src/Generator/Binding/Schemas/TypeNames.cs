namespace Semel.Generator.Binding.Schemas;

/// <summary>What types are called.</summary>
/// <remarks>
/// A schema under <c>components</c>, or under <c>definitions</c> and the like of 2.0, is named by where it stands, not by who reached it first, so that a further declaration
/// never renames a type: <c>#/components/schemas/firewall_rules/properties/inbound_rules/items</c> is <c>FirewallRulesInboundRule</c>.
/// </remarks>
internal sealed class TypeNames
{
    private readonly Dictionary<string, (string Name, int Rank)> _given = new(StringComparer.Ordinal);

    /// <summary>Names a schema; what is given later is ignored.</summary>
    public void Give(string pointer, string name, int rank)
    {
        if (!_given.ContainsKey(pointer)) _given.Add(pointer, (name, rank));
    }

    public (string Name, int Rank) Of(string pointer, string suggestion)
    {
        if (_given.TryGetValue(pointer, out var given)) return given;
        if (ComponentPointer.Find(pointer) is not { } place) return (suggestion, 2);
        return place.IsSchema ? (Words.Pascal(place.Name), 0) : (Words.Pascal(place.Name) + Suffix(place) + string.Concat(Steps(place.Rest)), 2);
    }

    /// <summary>The name of the component schema that stands there, or null.</summary>
    public static string? Component(string pointer) =>
        ComponentPointer.Find(pointer) is { IsSchema: true } place ? place.Name : null;

    public static string ItemName(string name) => Words.Pascal(Noun.Singular(Words.Of(name)));

    private static string Suffix(ComponentPointer place) => place.Section switch
    {
        "responses" => "Reply",
        "requestBodies" => "Request",
        _ => "",
    };

    private static IReadOnlyList<string> Steps(IReadOnlyList<string> tokens)
    {
        var names = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i])
            {
                case "properties" when i + 1 < tokens.Count:
                    names.Add(Words.Pascal(tokens[++i]));
                    break;
                case "items":
                    if (names.Count == 0) names.Add("Item");
                    else names[names.Count - 1] = ItemName(names[names.Count - 1]);
                    break;
                case "additionalProperties":
                    names.Add("Value");
                    break;
                case "allOf" or "oneOf" or "anyOf" or "content":
                    i++;
                    break;
                default:
                    break;
            }
        }

        return names;
    }
}
