namespace Semel.Generator.Binding.Whole;

/// <summary>
/// A POST whose operation says that it deletes, removes or updates makes nothing, whatever its path says: <c>deleteBatchPayment</c>, <c>updateSecret</c>. "Create or update" does. Nor does one without a body that is said to search or to find.
/// </summary>
internal static class UndoingRule
{
    private static readonly string[] Searches = ["search", "searches", "find", "finds", "lookup", "query", "queries"];

    private static readonly string[] Makes = ["create", "creates", "add", "adds", "upsert", "upserts"];

    /// <summary>Why it makes nothing, or null.</summary>
    public static string? Reason(string method, Located create)
    {
        var words = Words.Of(create.Node.Get("operationId").AsString() ?? "");
        return words.FirstOrDefault() switch
        {
            "delete" or "remove" => "its operation says that it deletes",
            "update" when method == "POST" && !words.Any(Makes.Contains) && !Phrases.HasAny(create.Node.Get("summary").AsString() ?? "", Makes) => "its operation says that it updates",
            _ when method == "POST" && create.Node.Get("requestBody") is null && Searches.Contains(words.FirstOrDefault() ?? Words.Of(create.Node.Get("summary").AsString() ?? "").FirstOrDefault()) && !TakesForm(create) => "its operation says that it searches",
            _ => null,
        };
    }

    /// <summary>OpenAPI 2.0: a body is one of the parameters.</summary>
    private static bool TakesForm(Located create) => create.Elements("parameters").Any(parameter => parameter.Node.Get("in").AsString() is "body" or "formData" || parameter.Node.Get("$ref") is not null);
}
