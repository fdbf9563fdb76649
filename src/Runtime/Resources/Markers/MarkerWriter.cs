using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Puts markers into requests and reads them from resources.</summary>
internal static class MarkerWriter
{
    /// <summary>Adds the marker to the request's field; one that carries it already stays as it is.</summary>
    /// <exception cref="ArgumentException">The field would become longer than the API allows, is of another type, or is needed for something else.</exception>
    public static void Add(JsonObject request, MarkerField field, Marker marker)
    {
        var current = JsonPathAccess.Read(request, field.Property);
        if (Read(current, field).Contains(marker)) return;
        JsonNode marked = field.Kind switch
        {
            MarkerKind.Tags => MarkerTags.With(current, field, marker),
            MarkerKind.Text => MarkerText.With(current, field, marker),
            MarkerKind.Map => MarkerMap.With(current, field, marker),
            MarkerKind.NameSuffix => MarkerName.With(current, field, marker),
        };
        try
        {
            JsonPathAccess.Write(request, field.Property, marked);
        }
        catch (InvalidOperationException inTheWay)
        {
            throw new ArgumentException($"The marker finds no place: {inTheWay.Message}", inTheWay);
        }
    }

    /// <summary>Adds the marker to a field that an update sets and that would lose it.</summary>
    /// <exception cref="ArgumentException">As <see cref="Add"/>.</exception>
    public static void Keep(JsonObject update, MarkerField field, Marker marker)
    {
        if (JsonPathAccess.TryRead(update, field.Property, out _)) Add(update, field, marker);
    }

    /// <summary>A copy in which the field is as the user gave it: without markers. A field that holds nothing else is left out.</summary>
    public static JsonObject Strip(JsonObject resource, MarkerField field)
    {
        if (Read(resource, field).Count == 0) return resource;
        var copy = (JsonObject)resource.DeepClone();
        var current = JsonPathAccess.Read(copy, field.Property);
        JsonNode? plain = field.Kind switch
        {
            MarkerKind.Tags => MarkerTags.Without((JsonArray)current!),
            MarkerKind.Text => MarkerText.Without(current),
            MarkerKind.Map => MarkerMap.Without((JsonObject)current!),
            MarkerKind.NameSuffix => JsonLiteral.TryGetText(current, out var name) ? MarkerName.Without(name) : current?.DeepClone(),
        };
        JsonPathAccess.Write(copy, field.Property, plain);
        return copy;
    }

    /// <summary>The markers that a resource carries in its field.</summary>
    public static IReadOnlyList<Marker> Read(JsonObject resource, MarkerField field) => Read(JsonPathAccess.Read(resource, field.Property), field);

    /// <summary>What the list's filter is given, so that it leaves what carries the marker's identity.</summary>
    public static string FilterOf(MarkerField field, Marker marker)
    {
        var (key, value) = field.Kind == MarkerKind.Map ? (MarkerMap.IdentityKey, marker.Identity) : ("", marker.IdentityText);
        return field.FilterFormat?.Replace("{key}", key, StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal) ?? value;
    }

    private static IReadOnlyList<Marker> Read(JsonNode? value, MarkerField field) => field.Kind switch
    {
        MarkerKind.Tags => MarkerTags.Read(value),
        MarkerKind.Text => MarkerText.Read(value),
        MarkerKind.Map => MarkerMap.Read(value),
        MarkerKind.NameSuffix => MarkerName.Read(value),
    };
}
