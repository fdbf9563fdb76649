using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What is declared to be secret has to be a property of the request or of the resource, by its path or by its name at any place; and what
/// identifies the resource has to be recorded.
/// </summary>
internal sealed class DeclaredSecretsRule(BindingContext context)
{
    public void Check(IReadOnlyList<Schema> schemas, IEnumerable<string?> identifying)
    {
        if (context.Declaration.Property is not null) return; // of a whole document each resource has what it has
        foreach (var path in context.Overrides.Secrets ?? [])
        {
            var found = new SecretsRule(context.Reader, [path]).Find(schemas, []).Where(secret => secret == path || secret.EndsWith("." + path, StringComparison.Ordinal)).ToList();
            if (found.Count == 0) context.ReportProperty("Secrets", path, "the body of " + context.Place, schemas.SelectMany(schema => schema.Properties).Select(property => property.Name));
            else if (found.TrueForAll(identifying.Contains)) context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.Declaration.Location, $"Secrets = [\"{path}\"]", "it identifies the resource, and has to be recorded");
        }
    }
}
