using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Puts markers into requests and reads them from resources.</summary>
internal static class MarkerWriter
{
    /// <summary>Adds the marker to the request's field.</summary>
    /// <exception cref="ArgumentException">The text would become longer than the API allows, or the field is of another type.</exception>
    public static void Add(JsonObject request, MarkerField field, Marker marker)
    {
        var current = JsonPathAccess.Read(request, field.Property);
        JsonPathAccess.Write(request, field.Property, field.Kind switch
        {
            MarkerKind.Tags => WithTags(current, field, marker),
            MarkerKind.Text => WithText(current, field, marker),
            MarkerKind.Map or MarkerKind.NameSuffix => throw new NotSupportedException(),
        });
    }

    /// <summary>Adds the marker to a field that an update sets and that would lose it.</summary>
    /// <exception cref="ArgumentException">As <see cref="Add"/>.</exception>
    public static void Keep(JsonObject update, MarkerField field, Marker marker)
    {
        var isSet = JsonPathAccess.TryRead(update, field.Property, out _);
        if (isSet && !Read(update, field).Contains(marker)) Add(update, field, marker);
    }

    /// <summary>The markers that a resource carries in its field.</summary>
    public static IEnumerable<Marker> Read(JsonObject resource, MarkerField field) => JsonPathAccess.Read(resource, field.Property) switch
    {
        JsonArray tags => tags.SelectMany(tag => JsonLiteral.TryGetText(tag, out var text) ? Marker.FindAll(text) : []),
        var value when JsonLiteral.TryGetText(value, out var text) => Marker.FindAll(text),
        _ => [],
    };

    /// <summary>Two tags: the identity, which a list can be filtered by, and the marker with its generation.</summary>
    private static JsonArray WithTags(JsonNode? current, MarkerField field, Marker marker)
    {
        var tags = current switch
        {
            null => [],
            JsonArray array => (JsonArray)array.DeepClone(),
            _ => throw new ArgumentException($"'{field.Property}' must be a list of texts to carry the marker."),
        };
        tags.Add((JsonNode)marker.IdentityText);
        tags.Add((JsonNode)marker.ToString());
        return tags;
    }

    private static JsonValue WithText(JsonNode? current, MarkerField field, Marker marker)
    {
        if (!JsonLiteral.TryGetText(current, out var text) && current is not null)
            throw new ArgumentException($"'{field.Property}' must be a text to carry the marker.");
        var marked = string.IsNullOrEmpty(text) ? marker.ToString() : $"{text} [{marker}]";
        return marked.Length <= (field.MaximumLength ?? int.MaxValue)
            ? JsonValue.Create(marked)
            : throw new ArgumentException(
                $"'{field.Property}' has room for {field.MaximumLength} characters and carries the marker too: shorten it by {marked.Length - field.MaximumLength}, or declare Marker = \"\".");
    }
}
