using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Semel;

/// <summary>One moment, written differently (RFC 3339): another offset, another number of digits; a date alone is its midnight in UTC.</summary>
internal sealed partial class SameTime : ISameValue
{
    public bool Holds(string path, JsonNode one, JsonNode other) => TimeOf(one) is { } first && TimeOf(other) is { } second && first == second;

    private static DateTimeOffset? TimeOf(JsonNode node) =>
        JsonLiteral.TryGetText(node, out var text) && Pattern().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
