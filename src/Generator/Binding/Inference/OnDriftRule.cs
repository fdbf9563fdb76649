using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>What is declared for a resource that is not as it is wanted must be something that the API can do. Of a whole document each resource does what it can.</summary>
internal sealed class OnDriftRule(BindingContext context, ResourceOperations operations)
{
    public void Check(DeclaredOverrides declared, UpdateModel? update, string? problem)
    {
        if (context.Declaration.Property is not null) return;
        if (declared.OnDrift == "Update" && update is null) Report("OnDrift = OnDrift.Update", problem!);
        if (declared.OnDrift == "Replace" && (operations.Delete is null || operations.Item is null)) Report("OnDrift = OnDrift.Replace", $"{context.Place} has no delete");
        if (declared.SecretWrites == "AlwaysWrite" && declared.OnDrift is not ("Update" or "Replace")) Report("SecretWrites = SecretWrites.AlwaysWrite", "what is written in every run is an update: declare OnDrift = OnDrift.Update or OnDrift.Replace");
        foreach (var (name, paths) in new[] { ("IgnoreChanges", declared.IgnoreChanges), ("OwnedSets", declared.OwnedSets) })
        {
            foreach (var path in paths ?? [])
            {
                if (context.Properties.Find(operations.Request, path) is null)
                    context.ReportProperty(name, path, "the body of " + context.Place, operations.Request.Properties.Select(property => property.Name));
            }
        }
    }

    private void Report(string declaration, string reason) =>
        context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.Declaration.Location, declaration, reason);
}
