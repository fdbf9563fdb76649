namespace Semel.Generator.Binding.Inference;

/// <summary>Properties of replies that stand beside the resource and are none.</summary>
internal static class Companions
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "links", "link", "included", "meta", "metadata", "action", "actions", "nextactions", "rootpassword", "pagination", "paging",
        "error", "errors", "warning", "warnings", "message", "messages", "requestid", "success", "ok", "status", "job", "importjob", "operation",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal) { "location", "href", "url", "uri", "self" };

    /// <summary>Whether it says where the resource is.</summary>
    public static bool IsAddress(string name) => Addresses.Contains(Words.Flat(name));

    public static bool Contains(string name) => Names.Contains(Words.Flat(name));
}
