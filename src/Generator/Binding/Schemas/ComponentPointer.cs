namespace Semel.Generator.Binding.Schemas;

/// <summary>
/// A place under something that has a name of its own: <c>#/components/schemas/pet/properties/id</c>, in 2.0
/// <c>#/definitions/pet/properties/id</c>, in a file of its own <c>pet.yaml#/properties/id</c>.
/// </summary>
/// <param name="Section">As 3.x calls it: <c>schemas</c>, <c>responses</c>, <c>requestBodies</c>, <c>parameters</c>.</param>
/// <param name="Rest">The tokens behind the name.</param>
internal sealed record ComponentPointer(string Section, string Name, IReadOnlyList<string> Rest)
{
    /// <summary>Whether it is the named schema itself.</summary>
    public bool IsSchema => Section == "schemas" && Rest.Count == 0;

    /// <summary>Null where nothing around the place has a name.</summary>
    public static ComponentPointer? Find(string pointer)
    {
        if (pointer.StartsWith("#/paths/", StringComparison.Ordinal)) return null;
        var (file, fragment) = JsonPointer.Split(pointer);
        if (JsonPointer.Tokens(fragment) is not { } tokens) return null;
        return InSection(tokens) ?? (file.Length == 0 ? null : FilePointer.Find(file, tokens));
    }

    private static ComponentPointer? InSection(IReadOnlyList<string> tokens) => tokens switch
    {
        { Count: > 2 } when tokens[0] == "components" => new(tokens[1], tokens[2], [.. tokens.Skip(3)]),
        { Count: > 1 } when tokens[0] is "definitions" or "$defs" => new("schemas", tokens[1], [.. tokens.Skip(2)]),
        // what is numbered or has a status is an operation's
        { Count: > 1 } when tokens[0] is "responses" or "parameters" && FilePointer.IsOfOperation(tokens) => null,
        { Count: > 1 } when tokens[0] == "responses" => new(tokens[0], tokens[1], [.. tokens.Skip(2)]),
        // only a body has a schema of its own
        { Count: > 1 } when tokens[0] == "parameters" => new(tokens.Contains("schema") ? "requestBodies" : tokens[0], tokens[1], [.. tokens.Skip(2)]),
        _ => null,
    };
}
