using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A marker travels in a field that the request sets and the resource shows: a list of tags that come into being when they are named,
/// else a free text. Tags that must exist already, or that choose other resources, carry no marker.
/// </summary>
internal sealed class MarkerRule(SchemaReader reader, PropertyPaths paths)
{
    /// <summary>A text shorter than this has no room for a marker beside what people write.</summary>
    public const int ShortestText = 64;

    private static readonly string[] Tags = ["tags", "labels"];
    private static readonly string[] Texts = ["description", "comment", "comments", "notes", "note"];
    private static readonly string[] Filters = ["tag_name", "tag", "tags", "label", "labels"];

    private static readonly string[] NotOurs =
    [
        "must exist", "must already exist", "already exist", "already exists", "existing tag only", "existing tags only",
        "tags assigned to", "corresponding to group of", "corresponding to groups of", "corresponding to resources assigned", "corresponding to droplets assigned",
    ];

    public MarkerModel? Find(Schema request, Schema resource, SpecOperation? list)
    {
        foreach (var name in Tags) if (Of(request, resource, name, list) is { Kind: MarkerKind.Tags } tags && IsOurs(request, resource, name)) return tags;
        foreach (var name in Texts) if (Of(request, resource, name, list) is { Kind: MarkerKind.Text, MaximumLength: null or >= ShortestText } text) return text;
        return null;
    }

    /// <summary>The marker that the property can carry, or null where it is neither a list of texts nor a text of request and resource.</summary>
    public MarkerModel? Of(Schema request, Schema resource, string path, SpecOperation? list)
    {
        if (paths.Find(request, path) is not { ReadOnly: false } wanted || paths.Find(resource, path) is not { } shown || wanted.Kind != shown.Kind) return null;
        if (wanted.Kind == SchemaKind.List)
            return reader.Items(wanted) is { IsFreeText: true } ? new MarkerModel(MarkerKind.Tags, path, Filter(list), null) : null;
        return wanted.IsFreeText ? new MarkerModel(MarkerKind.Text, path, null, wanted.MaximumLength) : null;
    }

    private bool IsOurs(Schema request, Schema resource, string path) =>
        !Phrases.HasAny(paths.Find(request, path)!.Prose, NotOurs) && !Phrases.HasAny(paths.Find(resource, path)!.Prose, NotOurs);

    private static string? Filter(SpecOperation? list) => Filters.FirstOrDefault(
        name => list?.Parameters.Any(parameter => parameter is { Place: ParameterPlace.Query, Deprecated: false } && parameter.Name == name) == true);
}
