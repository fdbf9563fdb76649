using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>A list as the rules of paging see it: its query parameters and what its reply says beside the items.</summary>
internal sealed class ListShape
{
    private const int Deepest = 3;

    /// <summary>Objects of a reply in which what is said about its page stands.</summary>
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "meta", "metadata", "listmetadata", "responsemetadata", "pagination", "paging", "page", "pages", "pageinfo", "links", "cursors", "cursor", "next",
        "data", "result", "response",
    };

    private static readonly string[] Sizes =
        ["perpage", "pagesize", "limit", "size", "pagelimit", "itemsperpage", "maxresults", "maxpagesize", "resultsperpage", "max", "take", "count", "top"];

    private readonly SchemaReader _reader;
    private readonly ILookup<string, SpecParameter> _query;
    private readonly Lazy<IReadOnlyList<ReplyField>> _fields;
    private readonly Lazy<ILookup<string, ReplyField>> _named;

    public ListShape(SchemaReader reader, PropertyPaths paths, References references, SpecOperation list, Schema reply, Schema item)
    {
        (_reader, Item) = (reader, item);
        Query = [.. list.Parameters.Where(parameter => parameter.Place == ParameterPlace.Query)];
        _query = Query.ToLookup(parameter => Words.Flat(parameter.Name), StringComparer.Ordinal);
        _fields = new(() => [.. FieldsOf(paths, reply, "", 1).OrderBy(field => field.Depth)]);
        _named = new(() => Fields.ToLookup(field => field.Name, StringComparer.Ordinal));
        Size = Sizes.SelectMany(name => _query[name]).FirstOrDefault(parameter => Kind(parameter) != SchemaKind.Boolean);
        HasLinkHeader = SaysLink(references, list);
    }

    /// <summary>An item of the list.</summary>
    public Schema Item { get; }

    public IReadOnlyList<SpecParameter> Query { get; }

    /// <summary>What the reply says beside its items, the nearest first.</summary>
    public IReadOnlyList<ReplyField> Fields => _fields.Value;

    /// <summary>The parameter with the page's size, or null.</summary>
    public SpecParameter? Size { get; }

    /// <summary>Whether the reply is declared with a <c>Link</c> header.</summary>
    public bool HasLinkHeader { get; }

    /// <summary>The first parameter of these names, in their order.</summary>
    public SpecParameter? Parameter(IEnumerable<string> names) =>
        names.SelectMany(name => _query[name]).FirstOrDefault();

    /// <summary>The fields of a name, the nearest first.</summary>
    public IEnumerable<ReplyField> Named(string name) => _named.Value[name];

    /// <summary>The first field of these names, in their order.</summary>
    public string? Field(IEnumerable<string> names, params SchemaKind[] kinds) =>
        names.SelectMany(Named).FirstOrDefault(field => kinds.Contains(field.Schema.Kind))?.Path;

    public SchemaKind Kind(SpecParameter parameter) => parameter.Schema is { } place ? _reader.Read(place).Kind : SchemaKind.Any;

    public bool IsNumber(SpecParameter parameter) => Kind(parameter) is SchemaKind.Integer or SchemaKind.Number or SchemaKind.Any;

    /// <summary>A number that the parameter's schema gives, such as its <c>default</c>.</summary>
    public int? Number(SpecParameter? parameter, string keyword) =>
        parameter?.Schema is { } place && _reader.Resolve(place) is { } schema ? schema.Node.Get(keyword).AsInt32() : null;

    /// <summary>The list's paging without what the kind itself says.</summary>
    public PagingModel Paging(PagingKind kind, string? parameter) => new(kind, parameter, Size?.Name, Number(Size, "maximum"))
    {
        More = PagingFlags.More(this),
        Last = PagingFlags.Last(this),
    };

    private static IEnumerable<ReplyField> FieldsOf(PropertyPaths paths, Schema holder, string prefix, int depth)
    {
        foreach (var (name, schema) in paths.Properties(holder))
        {
            var flat = Words.Flat(name);
            yield return new(prefix + name, flat, depth, schema);
            if (depth >= Deepest || schema.Kind != SchemaKind.Object || !Holders.Contains(flat)) continue;
            foreach (var field in FieldsOf(paths, schema, prefix + name + ".", depth + 1)) yield return field;
        }
    }

    private static bool SaysLink(References references, SpecOperation list) => ReplyReader.Successes(references.Get(list.Place, "responses"))
        .Any(success => references.Resolve(success.Reply)?.Node.Get("headers").Members().Any(header => header.Key.Equals("Link", StringComparison.OrdinalIgnoreCase)) == true);
}

/// <param name="Path">Property path in the reply.</param>
/// <param name="Name">Its last name without case and separators.</param>
internal sealed record ReplyField(string Path, string Name, int Depth, Schema Schema);
