using Semel.Generator.Binding.Schemas;
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

        var method = update.Method.ToUpperInvariant();
        var taken = context.Reader.Read(body).Properties.Select(property => property.Name).ToList();
        var shared = taken.FindAll(property => operations.Request.Property(property) is not null);
        if (update.Content is { Kind: not ContentKind.Json } && context.Reader.Read(body) is var form && shared.Exists(property => context.Properties.Find(form, property) is { IsScalar: false, Kind: not SchemaKind.List }))
        {
            Report(declared, $"{method} {update.Path} takes an object in a form");
            return null;
        }

        if (shared.Count > 0) return new(method, update.Path, (method == "PUT" ? taken : shared).ToEquatableArray(), update.Content?.Kind ?? ContentKind.Json);
        Report(declared, $"{update.Method.ToUpperInvariant()} {update.Path} takes no property that the create takes");
        return null;
    }

    private void Report(string declared, string reason) =>
        context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.Declaration.Location, "OnExists = OnExists." + declared, reason);
}
