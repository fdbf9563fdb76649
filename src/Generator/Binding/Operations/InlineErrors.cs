using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>
/// The model of an error whose schema stands in its operation. Equal shapes, which are the same properties by name and type, are one type for
/// the whole document; it is known and named by its shape alone, so that no operation that is added renames it.
/// </summary>
/// <param name="types">Every type that the schema reaches, bound where it stands.</param>
internal sealed class InlineErrors(IEnumerable<TypeModel> types)
{
    /// <summary>A shape that is longer to write is told apart by its place.</summary>
    private const int LongestShape = 2000;

    private const int NamedProperties = 3;

    private readonly Dictionary<string, TypeModel> _types = types.ToDictionary(type => type.Identity, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary><c>{ message, code }</c> is <c>CodeMessageError</c>, and <c>{ error }</c> is <c>Error</c>: its first properties by name.</summary>
    public static string Name(Schema schema)
    {
        List<string> all = [.. schema.Properties.Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal).Select(Words.Pascal)];
        var telling = all.Where(name => name is not ("Error" or "Errors")).Take(NamedProperties).ToList();
        return telling.Count > 0 ? string.Concat(telling) + "Error" : all.Contains("Error") ? "Error" : "Errors";
    }

    /// <summary>The types with identities that follow from the shape of the error; what has a name in the document keeps its own.</summary>
    public (TypeReference Error, IReadOnlyList<TypeModel> Types) Of(TypeReference error)
    {
        var root = $"#error/{((ObjectModel)_types[error.Identity!]).Properties.Count:000}/{Shape(error.Identity!)}";
        var inline = _types.Values.Where(type => !IsNamed(type.Identity))
            .OrderBy(type => type.Identity == error.Identity ? 0 : 1).ThenBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.Identity, StringComparer.Ordinal);
        var identities = inline.ToDictionary(type => type.Identity, type => type.Identity == error.Identity ? root : $"{root}/{Shape(type.Identity)}", StringComparer.Ordinal);
        var renamed = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        foreach (var type in inline)
        {
            if (!renamed.ContainsKey(identities[type.Identity])) renamed.Add(identities[type.Identity], Renamed(type, identities));
        }

        return (Renamed(error, identities), [.. _types.Values.Where(type => IsNamed(type.Identity)), .. renamed.Values]);
    }

    private static bool IsNamed(string identity) => ComponentPointer.Find(identity) is not null;

    /// <summary>What one operation requires another of the same shape may leave out: nothing is promised.</summary>
    private static TypeModel Renamed(TypeModel type, Dictionary<string, string> identities) => type switch
    {
        ObjectModel view => view with
        {
            Identity = identities[type.Identity],
            Properties = view.Properties.Select(property => property with { Type = Renamed(property.Type, identities), Required = false, Nullable = false, Deprecated = false }).ToEquatableArray(),
        },
        _ => type with { Identity = identities[type.Identity] },
    };

    private static TypeReference Renamed(TypeReference type, Dictionary<string, string> identities) => type with
    {
        Identity = type.Identity is { } identity && identities.TryGetValue(identity, out var known) ? known : type.Identity,
        Item = type.Item is null ? null : Renamed(type.Item, identities),
    };

    private string Shape(string identity)
    {
        if (_shapes.TryGetValue(identity, out var known)) return known;
        if (IsNamed(identity) || !_types.TryGetValue(identity, out var type) || !_open.Add(identity)) return identity;
        var parts = type switch
        {
            ObjectModel view => view.Properties.OrderBy(property => property.JsonName, StringComparer.Ordinal).Select(property => Text(property.JsonName) + Shape(property.Type)),
            EnumModel values => values.Values.OrderBy(value => value, StringComparer.Ordinal).Select(Text),
            _ => [identity],
        };
        var shape = $"{(type is ObjectModel ? "object" : "enum")}({string.Concat(parts)})";
        _open.Remove(identity);
        return _shapes[identity] = shape.Length > LongestShape ? identity : shape;
    }

    private string Shape(TypeReference type) =>
        type.Kind + (type.HasNulls ? "?" : "") + (type.Identity is null ? "" : Shape(type.Identity)) + (type.Item is null ? ";" : "<" + Shape(type.Item) + ">");

    /// <summary>With its length, so that no text reads like two.</summary>
    private static string Text(string text) => $"{text.Length}:{text}";
}
