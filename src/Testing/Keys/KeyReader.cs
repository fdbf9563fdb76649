using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Semel.Testing.Http;

namespace Semel.Testing.Keys;

/// <summary>Finds the key of a request where the rules say that it is.</summary>
internal static partial class KeyReader
{
    private const int LongestKey = 255;

    /// <summary>The key and the client's own first-sent time, or what is wrong with them; nothing where there is no key.</summary>
    public static (string? Key, DateTimeOffset? FirstSent, string? Problem) Read(KeyRules rules, CloudRequest request)
    {
        string? text = Text(rules, request);
        if (text is null) return (null, null, rules.Required ? $"{rules.Name} is required." : null);
        string? key = rules.Carrier == KeyCarrier.StructuredHeader ? Unquoted(text) : text;
        if (key is null) return (null, null, $"{rules.Name} must be a string in quotes.");
        if (key.Length is 0 or > LongestKey) return (null, null, $"{rules.Name} must have 1 to {LongestKey} characters.");
        if (rules.MustBeUuid4 && !IsUuid4(key)) return (null, null, $"{rules.Name} must be a UUID of version 4.");
        return rules.Carrier == KeyCarrier.Repeatability ? WithFirstSent(key, request) : (key, null, null);
    }

    private static string? Text(KeyRules rules, CloudRequest request) => rules.Carrier switch
    {
        KeyCarrier.Header or KeyCarrier.StructuredHeader or KeyCarrier.Repeatability => request.Received.Header(rules.Name),
        KeyCarrier.Query => request.Query.GetValueOrDefault(rules.Name),
        KeyCarrier.Body => (request.Body?[rules.Name] as JsonValue)?.ToString(),
    };

    private static (string? Key, DateTimeOffset? FirstSent, string? Problem) WithFirstSent(string key, CloudRequest request) =>
        DateTimeOffset.TryParseExact(request.Received.Header("Repeatability-First-Sent"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset firstSent)
            ? (key, firstSent, null)
            : (null, null, "Repeatability-First-Sent must be a date such as Tue, 01 Jan 2030 00:00:00 GMT.");

    private static string? Unquoted(string text) =>
        QuotedString().Match(text) is { Success: true } match ? EscapedCharacter().Replace(match.Groups["value"].Value, "$1") : null;

    private static bool IsUuid4(string text) =>
        Guid.TryParseExact(text, "D", out Guid uuid) && uuid is { Version: 4, Variant: >= 8 and < 12 };

    [GeneratedRegex("""^"(?<value>(?:[ !#-\[\]-~]|\\["\\])*)"$""")]
    private static partial Regex QuotedString();

    [GeneratedRegex("""\\(["\\])""")]
    private static partial Regex EscapedCharacter();
}
