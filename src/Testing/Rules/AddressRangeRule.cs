using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Semel.Testing.Rules;

/// <summary>An IPv4 range in CIDR notation.</summary>
internal sealed class AddressRangeRule(int shortestPrefix, int longestPrefix) : ValueRule
{
    public override string? Problem(JsonNode value, string path, IReferences references) =>
        value is JsonValue text && text.TryGetValue(out string? range) && IsRange(range)
            ? null
            : $"{path} must be an IPv4 range in CIDR notation with a prefix from /{shortestPrefix} to /{longestPrefix} and no host bits, such as 10.10.0.0/16.";

    private bool IsRange(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network)
        && network.BaseAddress.AddressFamily == AddressFamily.InterNetwork
        && network.PrefixLength >= shortestPrefix
        && network.PrefixLength <= longestPrefix
        && network.ToString() == text;
}
