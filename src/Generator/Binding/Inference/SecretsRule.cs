using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A value is secret where somebody says so, in the declaration or in the document (<c>x-semel-secret</c>, <c>format: password</c>,
/// <c>writeOnly</c>), or where its name ends like one: recording one value too few costs less than recording a password. Objects are looked into, lists and maps too, four levels deep.
/// </summary>
/// <param name="reader">Reads schemas.</param>
/// <param name="declared">Property paths, or names at any place, that are declared to be secret.</param>
internal sealed class SecretsRule(SchemaReader reader, IReadOnlyList<string>? declared = null)
{
    private const int Depth = 4;

    /// <summary>Ends of names, in words.</summary>
    private static readonly string[] Ends =
    [
        "password", "passwd", "passphrase", "secret", "token", "private key", "secret key", "access key", "api key", "apikey", "user data", "userdata",
        "credentials", "credential", "kubeconfig", "connection string", "client key", "encryption key", "secret access key", "signing key",
    ];

    /// <summary>Words that make a token something that is counted: <c>total_tokens</c>.</summary>
    private static readonly string[] Counts = ["total", "max", "min", "count", "number", "stop"];

    private static readonly IReadOnlyList<string[]> EndWords = [.. Ends.Select(end => end.Split(' '))];

    /// <summary>Property paths, ordinal. What identifies the resource has to be recorded, so it is none.</summary>
    public EquatableArray<string> Find(IEnumerable<Schema> schemas, IReadOnlyList<string?> identifying)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var barren = new HashSet<(string Pointer, int Depth)>();
        foreach (var schema in schemas) Walk(schema, "", Depth, found, barren);
        foreach (var path in identifying) if (path is not null) found.Remove(path);
        return found.ToEquatableArray();
    }

    /// <param name="barren">Schemas that hold no secret that deep: they are met again and again where schemas lead to one another.</param>
    private bool Walk(Schema schema, string prefix, int depth, SortedSet<string> found, HashSet<(string Pointer, int Depth)> barren)
    {
        if (depth == 0 || barren.Contains((schema.Pointer, depth))) return false;
        var any = false;
        foreach (var property in schema.Properties)
        {
            var value = reader.Read(schema, property);
            var path = prefix + property.Name;
            if (declared?.Contains(path) == true || declared?.Contains(property.Name) == true || IsSecret(property.Name, value) || IsOfSecrets(value, depth, barren))
            {
                found.Add(path);
                any = true;
            }
            else if (Inner(value, Depth) is { } inner)
            {
                any |= Walk(inner, path + ".", depth - 1, found, barren);
            }
        }

        if (!any) barren.Add((schema.Pointer, depth));
        return any;
    }

    /// <summary>No path leads to one item or to one value of a map: where the document calls them secret, or the values hold secrets, all of it is one.</summary>
    private bool IsOfSecrets(Schema? value, int depth, HashSet<(string Pointer, int Depth)> barren)
    {
        var isInMap = false;
        for (; depth > 0 && value is { Kind: SchemaKind.List or SchemaKind.Map, Secret: not false }; depth--)
        {
            isInMap |= value.Kind == SchemaKind.Map;
            value = value.Kind == SchemaKind.Map ? reader.MapValues(value) : reader.Items(value);
            if (value is { Secret: true } or { Secret: null, WriteOnly: true } or { Secret: null, Format: "password" }) return true;
        }

        return isInMap && value is { Kind: SchemaKind.Object, Secret: not false } && Walk(value, "", depth, [], barren);
    }

    /// <summary>Through lists, which may be lists of themselves.</summary>
    private Schema? Inner(Schema? value, int depth)
    {
        for (; depth > 0 && value is { Kind: SchemaKind.List }; depth--) value = reader.Items(value);
        return value is { Kind: SchemaKind.Object } ? value : null;
    }

    /// <param name="name">The property's, or the parameter's.</param>
    /// <param name="value">Its schema, or null.</param>
    public bool IsSecret(string name, Schema? value)
    {
        if (value?.Secret is { } said) return said;
        if (value is { WriteOnly: true } or { Format: "password" }) return true;
        if (value is { Kind: SchemaKind.Boolean or SchemaKind.Integer or SchemaKind.Number } or { Format: "date-time" or "date" }) return false;
        if (value is { Values.Count: > 0 }) return false;
        return reader.Reading.SecretNames.TryGetValue(name, out var known) ? known : reader.Reading.SecretNames[name] = IsSecret(name);
    }

    private static bool IsSecret(string name)
    {
        var words = Words.Of(name);
        if (words.Any(word => Counts.Contains(word))) return false;
        var singular = Noun.Singular(words);
        return EndWords.Any(end => EndsWith(words, end) || EndsWith(singular, end));
    }

    private static bool EndsWith(IReadOnlyList<string> words, string[] end)
    {
        for (var i = 1; i <= end.Length; i++)
        {
            if (i > words.Count || words[words.Count - i] != end[end.Length - i]) return false;
        }

        return true;
    }
}
