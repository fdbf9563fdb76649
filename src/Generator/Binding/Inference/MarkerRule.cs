using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A marker travels in a field that the request sets and the resource shows: a list of tags that come into being when they are named,
/// else a map of labels, else a free text. Tags that must exist already, or that choose other resources, carry no marker.
/// </summary>
internal sealed class MarkerRule(BindingContext context, Schema request, Schema resource, SpecOperation? list)
{
    /// <summary>A text shorter than this has no room for a marker beside what people write.</summary>
    public const int ShortestText = 64;

    /// <summary>A value of a map holds the identity alone: 20 characters.</summary>
    private const int ShortestValue = 32;

    private static readonly string[] Tags = ["tags", "labels"];
    private static readonly string[] Maps = ["labels", "metadata", "tags"];
    private static readonly string[] Texts = ["description", "comment", "comments", "notes", "note"];
    private static readonly string[] Filters = ["tag_name", "tag", "tags", "label", "labels"];

    private static readonly string[] NotOurs =
    [
        "must exist", "must already exist", "already exist", "already exists", "existing tag only", "existing tags only",
        "tags assigned to", "corresponding to group of", "corresponding to groups of", "corresponding to resources assigned", "corresponding to droplets assigned",
    ];

    public MarkerModel? Find()
    {
        foreach (var name in Tags) if (Of(name) is { Kind: MarkerKind.Tags } tags && IsOurs(name)) return tags;
        foreach (var name in Maps.SelectMany(Spelled)) if (Of(name) is { Kind: MarkerKind.Map } map && IsOurs(name)) return map;
        foreach (var name in Texts) if (Of(name) is { Kind: MarkerKind.Text, MaximumLength: null or >= ShortestText } text) return text;
        return null;
    }

    /// <summary>The marker that the property can carry, or null where it is no list of texts, map of texts or text of request and resource.</summary>
    public MarkerModel? Of(string path)
    {
        if (context.Properties.Find(request, path) is not { ReadOnly: false } wanted || context.Properties.Find(resource, path) is not { } shown || wanted.Kind != shown.Kind) return null;
        return wanted.Kind switch
        {
            SchemaKind.List when context.Reader.Items(wanted) is { IsFreeText: true } =>
                new(MarkerKind.Tags, path, TagFilter(), null) { HelperPath = new HelperTagRule(context).Find(wanted) },
            SchemaKind.Map when context.Reader.MapValues(wanted) is { IsFreeText: true, MaximumLength: null or >= ShortestValue } => Map(path),
            _ => wanted.IsFreeText ? new(MarkerKind.Text, path, null, wanted.MaximumLength) : null,
        };
    }

    /// <summary>The marker as the end of the name: only where it is declared, since the name is then another one than people gave.</summary>
    public MarkerModel? OfName(string naturalKey) =>
        Of(naturalKey) is { Kind: MarkerKind.Text } text ? text with { Kind = MarkerKind.NameSuffix } : null;

    private MarkerModel Map(string path)
    {
        var filter = list is null ? null : LabelFilterRule.Find(list);
        return new(MarkerKind.Map, path, filter?.Parameter, null) { FilterFormat = filter?.Format };
    }

    /// <summary>The request's properties of that name, whatever their case.</summary>
    private IEnumerable<string> Spelled(string name) => request.Properties.Select(property => property.Name).Where(property => Words.Flat(property) == name);

    private bool IsOurs(string path) =>
        !Phrases.HasAny(context.Properties.Find(request, path)!.Prose, NotOurs) && !Phrases.HasAny(context.Properties.Find(resource, path)!.Prose, NotOurs);

    private string? TagFilter() => Filters.FirstOrDefault(
        name => list?.Parameters.Any(parameter => parameter is { Place: ParameterPlace.Query, Deprecated: false } && parameter.Name == name) == true);
}
