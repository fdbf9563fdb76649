using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>What is declared for a resource that is there before must be something that the API can do.</summary>
internal sealed class OnExistsRule(BindingContext context, ResourceOperations operations)
{
    public void Check(string? declared, UpdateModel? update, string? problem)
    {
        if (declared == "Replace" && (operations.Delete is null || operations.Item is null)) Report(declared, $"{context.Place} has no delete");
        if (declared == "Update" && update is null) Report(declared, problem!);
    }

    private void Report(string declared, string reason) =>
        context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.Declaration.Location, "OnExists = OnExists." + declared, reason);
}
