using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Semel;

/// <summary>
/// What is put inside a resource, as a tag or in a text, so that a list finds it again:
/// <c>semel-&lt;identity&gt;-&lt;generation&gt;</c>, of lower-case letters, digits and dashes only.
/// </summary>
public sealed partial record Marker
{
    private const int IdentityLength = 20;

    private Marker(string identity, int generation) => (Identity, Generation) = (identity, generation);

    /// <summary>100 bits of a SHA-256 over scope, model and instance; the same in every generation.</summary>
    public string Identity { get; }

    /// <summary>The marker without its generation, which a list can be filtered by: <c>semel-&lt;identity&gt;</c>.</summary>
    public string IdentityText => $"semel-{Identity}";

    /// <summary>The generation the resource was created in, from 1.</summary>
    public int Generation { get; }

    /// <summary>The marker of a key's generation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The generation is less than 1.</exception>
    public static Marker For(ResourceKey key, int generation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        var hash = CanonicalTuple.Hash("semel marker", key.Scope, key.Model, key.Instance);
        return new(Base32.Encode(hash, IdentityLength), generation);
    }

    /// <summary>The first marker inside a text, whatever stands around it and whatever case an API made of it.</summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out Marker? marker)
    {
        var all = FindAll(text);
        marker = all.Count > 0 ? all[0] : null;
        return marker is not null;
    }

    /// <summary>Every marker inside a text, in order.</summary>
    public static IReadOnlyList<Marker> FindAll(string? text) => [.. Matches(text ?? "").Select(found => found.Marker)];

    /// <summary>Every marker inside a text that stands in brackets or is all of it: one that was cut off with the text isn't read as an older generation.</summary>
    internal static IReadOnlyList<Marker> FindWhole(string? text) => text is null
        ? []
        : [.. Matches(text).Where(found => found.End - found.Start == text.Length
            || (found.Start > 0 && text[found.Start - 1] == '[' && found.End < text.Length && text[found.End] == ']')).Select(found => found.Marker)];

    /// <summary>The marker that a name ends in, and the name before it; without one, the name as it is.</summary>
    internal static (string Name, Marker? Marker) SplitName(string name) =>
        Matches(name).LastOrDefault() is { Marker: not null } last && last.End == name.Length && last.Start > 0 && name[last.Start - 1] == '-'
            ? (name[..(last.Start - 1)], last.Marker)
            : (name, null);

    /// <summary>The marker of its two parts as a map holds them; null where they are none.</summary>
    internal static Marker? Of(string identity, string generation) =>
        TryFind($"semel-{identity}-{generation}", out var marker) && marker.Identity == identity.ToLowerInvariant() && marker.Generation.ToString(CultureInfo.InvariantCulture) == generation ? marker : null;

    /// <summary>True when both mark the same resource key, in whatever generation.</summary>
    public bool SameIdentity(Marker other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Identity == other.Identity;
    }

    /// <summary>The text that goes into the resource.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"semel-{Identity}-{Generation}");

    private static IEnumerable<(Marker Marker, int Start, int End)> Matches(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (int.TryParse(match.Groups["generation"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
                yield return (new(match.Groups["identity"].Value.ToLowerInvariant(), generation), match.Index, match.Index + match.Length);
        }
    }

    // the bounds keep a longer word or number from being read as a shorter marker
    [GeneratedRegex("(?<![A-Za-z0-9])[Ss][Ee][Mm][Ee][Ll]-(?<identity>[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{20})-(?<generation>[1-9][0-9]*)(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
