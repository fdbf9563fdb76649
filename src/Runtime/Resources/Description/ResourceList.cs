namespace Semel;

/// <summary>How resources are listed.</summary>
/// <param name="Path">Template of the path: <c>/v2/droplets</c>.</param>
/// <param name="Items">Property path of the array in the reply; null where the reply is the array.</param>
/// <param name="Paging">How the list comes in pages; null where it comes whole.</param>
/// <param name="NameFilter">Query parameter that filters by name; null where there is none.</param>
public sealed record ResourceList(string Path, string? Items, Paging? Paging = null, string? NameFilter = null);
