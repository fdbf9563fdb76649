using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The texts of a request's secrets: finds where an API repeats them in properties that nothing marks.</summary>
internal sealed class RepeatedSecrets
{
    /// <summary>Characters of the shortest text that is looked for: a shorter one may be anywhere by chance.</summary>
    public const int MinimumLength = 8;

    private readonly SecretScrubber _secrets;

    private RepeatedSecrets(SecretScrubber secrets) => _secrets = secrets;

    /// <summary>Finds nothing.</summary>
    public static RepeatedSecrets None { get; } = Of([], []);

    /// <summary>Knows the texts and numbers at the paths of the request.</summary>
    public static RepeatedSecrets Of(JsonObject request, IReadOnlyList<string> paths) => new(SecretScrubber.Of(request, paths, MinimumLength));

    /// <summary>Knows these too.</summary>
    public RepeatedSecrets And(IEnumerable<string> secrets) => new(secrets.Aggregate(_secrets, (scrubber, secret) => scrubber.And(secret)));

    /// <summary>Paths of the properties that hold one, as a text or in a list of texts, but those that <paramref name="kept"/> names.</summary>
    public IReadOnlyList<string> In(JsonObject resource, IReadOnlyList<string> kept) =>
        _secrets.IsEmpty ? [] : [.. Beneath(resource, "").Except(kept).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> Beneath(JsonNode? node, string path) => node switch
    {
        JsonObject json => json.SelectMany(property => Beneath(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}")),
        JsonArray array => array.SelectMany(item => Beneath(item, path)),
        _ => JsonLiteral.TryGetTextOrNumber(node, out var text) && _secrets.Finds(text) ? [path] : [],
    };
}
