namespace Semel;

/// <summary>What the runtime has to know about one kind of resource. Generated code fills it in; property paths are dotted: <c>links.pages.next</c>.</summary>
public sealed class ResourceDescriptor
{
    /// <summary>The model's name in resource keys: <c>Droplets</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What the API lets Semel promise.</summary>
    public required Guarantee Guarantee { get; init; }

    /// <summary>Template of the path whose POST creates the resource: <c>/v2/droplets</c>.</summary>
    public required string CreatePath { get; init; }

    /// <summary>Property path of the create's reply that holds the resource; null where the reply is the resource.</summary>
    public string? CreateEnvelope { get; init; }

    /// <summary>Property path of the id inside the resource: <c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The path parameter that takes the id: <c>droplet_id</c>.</summary>
    public string? IdParameter { get; init; }

    /// <summary>Template of the path whose GET reads one resource; null where there is none.</summary>
    public string? ReadPath { get; init; }

    /// <summary>Like <see cref="CreateEnvelope"/>, of the read's reply.</summary>
    public string? ReadEnvelope { get; init; }

    /// <summary>Template of the path whose DELETE deletes one resource; null where there is none.</summary>
    public string? DeletePath { get; init; }

    /// <summary>The list; null where there is none.</summary>
    public ResourceList? List { get; init; }

    /// <summary>Property path in the request that names an instance; null where none does.</summary>
    public string? NameInRequest { get; init; }

    /// <summary>Property path in the resource that holds the same name; null where the resource doesn't show it.</summary>
    public string? NameInResource { get; init; }

    /// <summary>The field that carries the marker; null where there is none.</summary>
    public MarkerField? Marker { get; init; }

    /// <summary>Property paths, of the request and of the resource, that must never be recorded.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Whether a recorded resource is read before it is trusted; null: as the options say.</summary>
    public Verify? Verify { get; init; }

    /// <summary>What to do with an unproven resource of the same name.</summary>
    public OnExists OnExists { get; init; }

    /// <summary>Whether to look before the first POST of a key without a record, where a look is possible.</summary>
    public bool LookFirst { get; init; } = true;
}

/// <summary>How resources are listed.</summary>
/// <param name="Path">Template of the path: <c>/v2/droplets</c>.</param>
/// <param name="Items">Property path of the array in the reply; null where the reply is the array.</param>
/// <param name="Paging">How the list comes in pages; null where it comes whole.</param>
/// <param name="NameFilter">Query parameter that filters by name; null where there is none.</param>
public sealed record ResourceList(string Path, string? Items, Paging? Paging = null, string? NameFilter = null);

/// <summary>How a list comes in pages.</summary>
/// <param name="PageParameter">Query parameter with the page's number, from 1.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
/// <param name="NextLink">Property path in the reply that is there while pages follow; null where there is none.</param>
/// <param name="Total">Property path in the reply with the number of all items; null where there is none.</param>
public sealed record Paging(string PageParameter, string? SizeParameter = null, int? Size = null, string? NextLink = null, string? Total = null);

/// <summary>The field of a resource that carries the marker.</summary>
/// <param name="Kind">A list of tags or a text.</param>
/// <param name="Property">Property path, the same in request and resource.</param>
/// <param name="Filter">Query parameter of the list that filters by a tag; null where there is none.</param>
/// <param name="MaximumLength">Of the text; null: no limit.</param>
public sealed record MarkerField(MarkerKind Kind, string Property, string? Filter = null, int? MaximumLength = null);

/// <summary>The kinds of field that can carry a marker.</summary>
public enum MarkerKind
{
    /// <summary>The marker is one more item of a list of texts.</summary>
    Tags,

    /// <summary>The marker is appended to a text.</summary>
    Text,
}
