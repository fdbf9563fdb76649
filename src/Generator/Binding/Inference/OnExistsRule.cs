using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>What is declared for a resource that is there before must be something that the API can do.</summary>
internal sealed class OnExistsRule(BindingContext context, ResourceOperations operations)
{
    /// <summary>The update that brings an adopted resource to what is wanted; null where that is not declared.</summary>
    public UpdateModel? Find(string? declared)
    {
        if (declared == "Replace" && (operations.Delete is null || operations.Item is null)) Report(declared, $"{context.Place} has no delete");
        if (declared != "Update") return null;
        if (operations is not { Update: { Body: { } body } update, Item: not null })
        {
            Report(declared, $"{context.Place} has no update with a body");
            return null;
        }

        var updatable = context.Reader.Read(body).Properties.Where(property => operations.Request.Property(property.Name) is not null).Select(property => property.Name).ToEquatableArray();
        if (updatable.Count > 0) return new(update.Method.ToUpperInvariant(), update.Path, updatable);
        Report(declared, $"{update.Method.ToUpperInvariant()} {update.Path} takes no property that the create takes");
        return null;
    }

    private void Report(string declared, string reason) =>
        context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.Declaration.Location, "OnExists = OnExists." + declared, reason);
}
