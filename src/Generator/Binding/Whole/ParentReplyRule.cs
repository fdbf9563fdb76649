using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// A POST under an item that answers with that item attaches something to it: <c>/agents/{id}/functions</c> that answers with an
/// <c>agent</c>. The id in its reply is the item's, which was there before.
/// </summary>
internal static class ParentReplyRule
{
    public static bool Answers(string path, ResourceModel model)
    {
        var words = PathTable.Segments(path).Where(segment => PathTable.Parameter(segment) is null).ToList();
        var parameters = PathTable.Segments(path).Count(segment => PathTable.Parameter(segment) is not null);
        if (parameters == 0 || words.Count < 2) return false;
        var (own, parent) = (Words.One(words[words.Count - 1]), Words.One(words[words.Count - 2]));
        if (own == parent) return false;
        var envelope = model.Operations.First(operation => operation.Kind == OperationKind.Create).ResponseEnvelope;
        return envelope is not null ? Words.One(envelope) == parent : TypeNames.Component(model.Facts!.Resource) is { } component && Words.One(component) == parent;
    }
}
