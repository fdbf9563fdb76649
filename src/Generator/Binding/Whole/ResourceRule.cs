using Semel.Generator.Binding.Inference;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// What a POST makes is a resource where one of it can be found again or done with by its id: it is read or deleted, listed and updated, or listed where nothing addresses one. An
/// action, or what a verb says, leaves a trace that can be read, but is done anew each time: what it makes is a resource where that is changed or deleted.
/// </summary>
internal static class ResourceRule
{
    /// <summary>Why it is none, or null.</summary>
    public static string? Problem(ResourceModel model)
    {
        var path = model.Declaration.Path;
        var isKept = Has(OperationKind.Read) && (Has(OperationKind.Update) || Has(OperationKind.Delete));
        if (ActionRule.IsAction(path) && !isKept) return "it is an action";
        if (model.Facts!.Attaches && !Has(OperationKind.Read)) return "its request says the id of what is there already, so it attaches that";
        if (Has(OperationKind.Read)) return ActionRule.IsDone(path) && !isKept ? "its path ends in what is done, and nothing changes or deletes one by its id" : null;
        if (ActionRule.IsVerb(path) && !IsListedThere()) return "its path ends in what is done, and nothing reads one again by its id";
        if (ParentReplyRule.Answers(path, model)) return "it answers with what it is under, so it changes that";
        if (CreatePlaceRule.Collection(path) is not null) return "its path is that of one, so it is taken for an update of that";
        if (model.Facts!.IsListed) return null;
        if (model.Facts.ListLacksId) return "its list shows no such id";
        return model.Facts.IdParameter is not null && (Has(OperationKind.Delete) || (Has(OperationKind.List) && Has(OperationKind.Update))) ? null : "nothing reads one again by its id";

        // what is listed at its own path, and changed or deleted under it, is called so: /test_series
        bool IsListedThere() => model.Operations.Any(operation => operation.Kind == OperationKind.List && operation.Path == path) && (Has(OperationKind.Update) || Has(OperationKind.Delete));
        bool Has(OperationKind kind) => model.Operations.Any(operation => operation.Kind == kind);
    }
}
