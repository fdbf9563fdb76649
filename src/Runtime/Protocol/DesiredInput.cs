using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>The desired input as it may be recorded.</summary>
/// <param name="Json">Without its secrets.</param>
/// <param name="Fingerprint">Of that and of the secrets' fingerprints: equal ones are sent as equal bytes.</param>
/// <param name="Secrets">The secrets' fingerprints; null where there are none.</param>
internal sealed record DesiredInput(JsonObject Json, string Fingerprint, SecretFingerprints? Secrets = null)
{
    /// <summary>Finds the secrets' texts in what the API answers.</summary>
    public RepeatedSecrets Repeated { get; init; } = RepeatedSecrets.None;

    /// <param name="input">The input as it is sent, secrets included.</param>
    /// <param name="secretPaths">Property paths of secrets.</param>
    /// <param name="secrets">Their fingerprints (<see cref="SemelContext.FingerprintsOfAsync"/>).</param>
    public static DesiredInput Of(JsonObject input, IReadOnlyList<string> secretPaths, SecretFingerprints? secrets)
    {
        var recorded = Redaction.Copy(input, secretPaths);
        var text = JsonCanonical.GetText(recorded) + (secrets is null ? "" : $" {secrets.KeyId}{string.Concat(secrets.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $" {pair.Value}"))}");
        return new(recorded, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), secrets) { Repeated = RepeatedSecrets.Of(input, secretPaths) };
    }
}
