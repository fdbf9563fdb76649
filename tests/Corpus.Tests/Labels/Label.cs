using System.Text.Json;

namespace Semel.Corpus.Tests.Labels;

/// <summary>What somebody who read the document says of one resource.</summary>
/// <param name="Counts">Whether inference is expected to find it: a resource, and not one that no rule can find.</param>
internal sealed record Label(
    string Create, string? Read, string? List, string? Update, string? Delete, string? Id, string? IdParameter, string? ListItems,
    string? NaturalKey, string? IdempotencyHeader, bool Counts)
{
    public static Label Of(JsonElement label) => new(
        Text(label, "create")!, Text(label, "read"), Text(label, "list"), Text(label, "update"), Text(label, "delete"), Text(label, "idProperty"),
        Parameters(label), Text(label, "listItems"), Text(label, "naturalKey"), Text(label, "idempotencyHeader"),
        Text(label, "kind") == "resource" && !(label.TryGetProperty("inferable", out var inferable) && inferable.ValueKind == JsonValueKind.False));

    /// <summary>Whether the id is of several parts, of which the label names one property.</summary>
    public bool IsOfSeveral => IdParameter?.Contains('+', StringComparison.Ordinal) == true;

    private static string? Parameters(JsonElement label) =>
        label.TryGetProperty("idParameters", out var several) ? string.Join('+', several.EnumerateArray().Select(one => one.GetString())) : Text(label, "idParameter");

    private static string? Text(JsonElement label, string name) =>
        label.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The labels of one document.</summary>
/// <param name="Document">Its path in the folder of documents.</param>
/// <param name="Exhaustive">Whether every POST of the document is in one of the lists.</param>
/// <param name="NotCreates">Operations that create nothing to be kept: actions, searches, logins.</param>
/// <param name="Ambiguous">Operations that count for nothing.</param>
internal sealed record LabelledDocument(
    string Provider, string Document, bool Exhaustive, IReadOnlyList<Label> Resources, IReadOnlySet<string> NotCreates, IReadOnlySet<string> Ambiguous)
{
    public static LabelledDocument Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        return new(
            root.GetProperty("provider").GetString()!, root.GetProperty("spec").GetString()!, root.GetProperty("exhaustive").GetBoolean(),
            [.. root.GetProperty("resources").EnumerateArray().Select(Label.Of)], Operations("notCreates"), Operations("ambiguous"));

        IReadOnlySet<string> Operations(string list) => root.TryGetProperty(list, out var entries)
            ? entries.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.String ? entry.GetString()! : entry.GetProperty("operation").GetString()!).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
    }
}
