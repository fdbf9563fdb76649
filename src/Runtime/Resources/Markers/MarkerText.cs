using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A marker in brackets at the end of a text, or alone. Without its closing bracket it was cut off, and is none: <c>…-12</c> must not be read as <c>…-1</c>.</summary>
internal static class MarkerText
{
    public static JsonValue With(JsonNode? current, MarkerField field, Marker marker)
    {
        if (!JsonLiteral.TryGetText(current, out var text) && current is not null)
            throw new ArgumentException($"'{field.Property}' must be a text to carry the marker.");
        var marked = string.IsNullOrEmpty(text) ? marker.ToString() : $"{text} [{marker}]";
        return marked.Length <= (field.MaximumLength ?? int.MaxValue)
            ? JsonValue.Create(marked)
            : throw new ArgumentException(
                $"'{field.Property}' has room for {field.MaximumLength} characters and carries the marker too: shorten it by {marked.Length - field.MaximumLength}, or declare Marker = \"\".");
    }

    /// <summary>The text as the user gave it; null where it was the marker alone.</summary>
    public static JsonNode? Without(JsonNode? value)
    {
        if (!JsonLiteral.TryGetText(value, out var text)) return value?.DeepClone();
        foreach (var marker in Marker.FindWhole(text).Select(marker => marker.ToString()))
            text = text.Replace($" [{marker}]", "", StringComparison.OrdinalIgnoreCase).Replace(marker, "", StringComparison.OrdinalIgnoreCase);
        return text.Length == 0 ? null : text;
    }

    public static IReadOnlyList<Marker> Read(JsonNode? value) => JsonLiteral.TryGetText(value, out var text) ? Marker.FindWhole(text) : [];
}
