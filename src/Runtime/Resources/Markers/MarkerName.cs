using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A marker as the end of the name: <c>web-semel-&lt;identity&gt;-1</c>. It fits a DNS label where the name has 34 characters or fewer.</summary>
internal static class MarkerName
{
    /// <summary>Of a DNS label (RFC 1035, section 2.3.4).</summary>
    public const int DefaultMaximumLength = 63;

    public static JsonValue With(JsonNode? current, MarkerField field, Marker marker)
    {
        if (!JsonLiteral.TryGetText(current, out var text) || Without(text).Length == 0)
            throw new ArgumentException($"'{field.Property}' must be set to carry the marker.");
        var marked = $"{Without(text)}-{marker}";
        var maximum = field.MaximumLength ?? DefaultMaximumLength;
        return marked.Length <= maximum
            ? JsonValue.Create(marked)
            : throw new ArgumentException(
                $"'{field.Property}' has room for {maximum} characters and carries the marker too: shorten it by {marked.Length - maximum}, or declare Marker = \"\".");
    }

    public static IReadOnlyList<Marker> Read(JsonNode? value) =>
        JsonLiteral.TryGetText(value, out var text) && Marker.SplitName(text).Marker is { } marker ? [marker] : [];

    /// <summary>The name as the user gave it.</summary>
    public static string Without(string name) => Marker.SplitName(name).Name;
}
