using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Takes the secrets of a request out of a text, as they are and as an API may have escaped them.</summary>
internal sealed partial class SecretScrubber
{
    private const int MinimumLength = 4;
    private const string Mask = "***";

    private readonly string[] _secrets;
    private readonly string[] _forms;
    private readonly int _minimumLength;

    private SecretScrubber(IEnumerable<string> secrets, int minimumLength)
    {
        _minimumLength = minimumLength;
        _secrets = [.. secrets.Where(secret => secret.Length >= minimumLength)];
        _forms = [.. _secrets.SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    /// <summary>Knows no secret.</summary>
    public static SecretScrubber None { get; } = new([], MinimumLength);

    /// <summary>Knows the texts and numbers at the paths of the request, all that lie beneath included, but those that are shorter.</summary>
    public static SecretScrubber Of(JsonNode? request, IReadOnlyList<string> paths, int minimumLength = MinimumLength) =>
        new(paths.SelectMany(path => JsonPathAccess.ReadAll(request, path)).SelectMany(Leaves), minimumLength);

    /// <summary>It knows none.</summary>
    public bool IsEmpty => _forms.Length == 0;

    /// <summary>The text holds one.</summary>
    public bool Finds(string text) => _forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Knows one secret more.</summary>
    public SecretScrubber And(string secret) => new([.. _secrets, secret], _minimumLength);

    /// <summary>The text with <c>***</c> for every secret; shorter ones stay.</summary>
    public string Scrub(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, Mask, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Leaves(property.Value)),
        JsonArray array => array.SelectMany(Leaves),
        _ when JsonLiteral.TryGetTextOrNumber(node, out var text) => [text],
        _ => [],
    };

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        var canonical = Canonical(secret);
        yield return canonical;
        yield return Ascii(canonical);
        var slashed = canonical.Replace("/", "\\/", StringComparison.Ordinal);
        yield return slashed;
        yield return Ascii(slashed);
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return WebUtility.HtmlEncode(secret);
    }

    private static string Canonical(string secret)
    {
        var text = new StringBuilder();
        JsonCanonical.AppendString(text, secret);
        return text.ToString(1, text.Length - 2);
    }

    private static string Ascii(string text) =>
        string.Concat(text.Select(character => char.IsAscii(character) ? character.ToString() : $"\\u{(int)character:x4}"));
}
