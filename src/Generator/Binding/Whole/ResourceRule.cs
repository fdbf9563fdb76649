using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// What a POST makes is a resource where one of it can be found again by its id: it is read, or it is listed and deleted. An action leaves
/// a trace that can be read, but is done anew each time.
/// </summary>
internal static class ResourceRule
{
    /// <summary>Why it is none, or null.</summary>
    public static string? Problem(ResourceModel model)
    {
        if (PathWords(model.Declaration.Path) is { Count: > 0 } words && words[words.Count - 1] is "action" or "actions") return "it is an action";
        return Has(OperationKind.Read) || (Has(OperationKind.List) && Has(OperationKind.Delete) && model.Facts!.IdParameter is not null)
            ? null
            : "nothing reads one again by its id";

        bool Has(OperationKind kind) => model.Operations.Any(operation => operation.Kind == kind);
    }

    private static IReadOnlyList<string> PathWords(string path) => Words.Of(path.Substring(path.LastIndexOf('/') + 1));
}
