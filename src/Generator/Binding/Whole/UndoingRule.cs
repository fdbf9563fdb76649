namespace Semel.Generator.Binding.Whole;

/// <summary>
/// A POST whose operation says that it deletes, removes or updates makes nothing, whatever its path says: <c>deleteBatchPayment</c>, <c>updateSecret</c>. "Create or update" does.
/// </summary>
internal static class UndoingRule
{
    private static readonly string[] Makes = ["create", "creates", "add", "adds", "upsert", "upserts"];

    /// <summary>Why it makes nothing, or null.</summary>
    public static string? Reason(string method, Located create)
    {
        var words = Words.Of(create.Node.Get("operationId").AsString() ?? "");
        return words.FirstOrDefault() switch
        {
            "delete" or "remove" => "its operation says that it deletes",
            "update" when method == "POST" && !words.Any(Makes.Contains) && !Phrases.HasAny(create.Node.Get("summary").AsString() ?? "", Makes) => "its operation says that it updates",
            _ => null,
        };
    }
}
