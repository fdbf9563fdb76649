namespace Semel.Generator.Binding.Inference;

/// <summary>Properties of replies that stand beside the resource and are none.</summary>
internal static class Companions
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "links", "link", "included", "meta", "metadata", "action", "actions", "nextactions", "rootpassword", "pagination", "paging",
        "error", "errors", "warning", "warnings", "message", "messages", "requestid", "success", "status", "job", "importjob", "operation",
    };

    public static bool Contains(string name) => Names.Contains(Words.Flat(name));
}
