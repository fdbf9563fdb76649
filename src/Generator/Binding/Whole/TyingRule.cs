using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// What is said to tie together what is there, and isn't read again, is no resource: "Link a service to a calendar". A tie that is read by an id of its own is one, such as a role's assignment.
/// </summary>
internal static class TyingRule
{
    private static readonly string[] Verbs = ["assign", "assigns", "associate", "associates", "attach", "attaches", "link", "links"];

    public static bool Says(Located create, ResourceModel model) =>
        Words.Of(create.Node.Get("summary").AsString() ?? "") is { Count: > 2 } said && Verbs.Contains(said[0]) && said.Contains("to")
        && !model.Operations.Any(operation => operation.Kind is OperationKind.Read or OperationKind.List);
}
