namespace Semel.Generator.Binding.Schemas;

/// <summary>
/// What a place in another file is called. A file that is one thing gives it its own name: <c>models/droplet.yml</c>. One that maps names to
/// things gives each its key: <c>headers.yml#/x-request-id</c>. Which of the two it is shows in what stands first.
/// </summary>
internal static class FilePointer
{
    private static readonly HashSet<string> OfThings = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "additionalProperties", "items", "prefixItems", "allOf", "oneOf", "anyOf", "not", "content", "schema", "headers",
    };

    private static readonly HashSet<string> OfOperations = new(StringComparer.Ordinal)
    {
        "get", "put", "post", "delete", "patch", "options", "head", "trace", "query", "requestBody", "responses", "parameters", "callbacks", "paths",
    };

    /// <summary>Null inside a path item or an operation, which are no components.</summary>
    public static ComponentPointer? Find(string file, IReadOnlyList<string> tokens)
    {
        if (tokens.Count > 0 && OfOperations.Contains(tokens[0])) return null;
        var isThing = tokens.Count == 0 || OfThings.Contains(tokens[0]);
        IReadOnlyList<string> rest = isThing ? tokens : [.. tokens.Skip(1)];
        return new(Section(file, rest), isThing ? Stem(file) : tokens[0], rest);
    }

    /// <summary>Whether a place under <c>responses</c> or <c>parameters</c> is an operation's own: a status, or a number.</summary>
    public static bool IsOfOperation(IReadOnlyList<string> tokens) => tokens[1] == "default" || (tokens[1].Length > 0 && char.IsDigit(tokens[1][0]));

    private static string Section(string file, IReadOnlyList<string> rest) =>
        rest.Count == 0 || rest[0] != "content" ? "schemas" : Words.Of(file).Any(word => word is "request" or "requests") ? "requestBodies" : "responses";

    private static string Stem(string file)
    {
        var name = file.Substring(file.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
