namespace Semel;

/// <summary>The field of a resource that carries the marker.</summary>
/// <param name="Kind">A list of tags, a map, a text, or the name itself.</param>
/// <param name="Property">Property path, the same in request and resource.</param>
/// <param name="Filter">Query parameter of the list that filters by the marker; null where there is none.</param>
/// <param name="MaximumLength">Of the text or the name; null: no limit, for a name 63 characters (a DNS label).</param>
/// <param name="FilterFormat">Value of the filter, with <c>{key}</c> and <c>{value}</c> for a map: <c>{key}={value}</c>. Default: the identity alone.</param>
/// <param name="HelperPath">Template of the path whose DELETE removes a tag that came into being with the resource, with one parameter: <c>/v2/tags/{tag_id}</c>; null where nothing stays behind.</param>
public sealed record MarkerField(MarkerKind Kind, string Property, string? Filter = null, int? MaximumLength = null, string? FilterFormat = null, string? HelperPath = null);
