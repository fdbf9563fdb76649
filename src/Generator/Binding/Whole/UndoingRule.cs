namespace Semel.Generator.Binding.Whole;

/// <summary>
/// A POST whose operation says that it deletes, removes or updates makes nothing, whatever its path says: <c>deleteBatchPayment</c>, <c>updateSecret</c>. "Create or update" does.
/// </summary>
internal static class UndoingRule
{
    /// <summary>Why it makes nothing, or null.</summary>
    public static string? Reason(string method, Located create) => Words.Of(create.Node.Get("operationId").AsString() ?? "").FirstOrDefault() switch
    {
        "delete" or "remove" => "its operation says that it deletes",
        "update" when method == "POST" && !Phrases.HasAny(create.Node.Get("summary").AsString() ?? "", "create", "creates", "add", "adds") => "its operation says that it updates",
        _ => null,
    };
}
