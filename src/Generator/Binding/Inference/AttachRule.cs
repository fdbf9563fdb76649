using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A request that says the id of what lives elsewhere attaches that, and makes nothing: <c>labelID</c> in the body of
/// <c>/buckets/{id}/labels</c>, beside <c>/labels/{labelID}</c>, or a <c>runner_id</c> that <c>/projects/{id}/runners</c> requires or takes alone, beside <c>/runners/{id}</c>. A delete there would delete what was there before.
/// </summary>
internal static class AttachRule
{
    /// <param name="collection">The create's collection.</param>
    /// <param name="request">The create's request.</param>
    /// <param name="paths">The document's paths.</param>
    /// <param name="isResource">Whether the request is described by the schema of what the create answers with, which requires what the server sets.</param>
    /// <param name="properties">Reads properties.</param>
    public static bool Holds(string collection, Schema request, PathTable paths, bool isResource, PropertyPaths properties) =>
        ShallowItemRule.Candidates(collection, paths).Any(item => IsIdOfSomething(item.Parameter)
            ? request.Properties.Any(property => Words.Same(property.Name, item.Parameter))
            : Words.Flat(item.Parameter) == "id" && !isResource && properties.Properties(request).Any(property => !property.Schema.ReadOnly && (request.IsRequired(property.Name) || request.Properties.Count == 1) && Words.Flat(property.Name) == Own(item.Path) + "id"));

    /// <summary>What the item is called.</summary>
    private static string Own(string item)
    {
        var segments = PathTable.Segments(item);
        return Words.One(segments[segments.Length - 2]);
    }

    /// <summary>An <c>id</c> alone may be the client's own.</summary>
    private static bool IsIdOfSomething(string parameter) => Words.Of(parameter) is { Count: > 1 } words && words[words.Count - 1] == "id";
}
