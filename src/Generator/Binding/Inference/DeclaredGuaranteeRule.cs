using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>A guarantee that is declared must have what it rests on. What the API does with it is then the declaration's word.</summary>
internal sealed class DeclaredGuaranteeRule(BindingContext context)
{
    public void Check(MarkerModel? marker, IdempotencyKeyModel? key)
    {
        var overrides = context.Overrides;
        if (context.Place.IsChosen && overrides.Key is { } name) Report($"Key = \"{name}\"", $"{context.Place} is told apart by the path's last parameter");
        if (overrides.Guarantee is not { } declared) return;
        if (declared == "Natural" != context.Place.IsChosen)
        {
            Report("Guarantee = Guarantee." + declared, context.Place.IsChosen
                ? $"{context.Place} is sent to an address that the client chooses, which is Guarantee.Natural; declare the path of a collection"
                : $"{context.Place} lets the server choose the address; declare the path that ends in the parameter of one");
        }
        else if (declared == "Replay" && key is null)
        {
            Report("Guarantee = Guarantee.Replay", $"{context.Place} takes no idempotency key; say where with IdempotencyKey = \"…\"");
        }
        else if (declared == "Marker" && marker is null)
        {
            context.Diagnostics.Add(DiagnosticCatalogue.MarkerNotFound, context.PlaceOf("Guarantee"), context.Place.Path);
        }
    }

    private void Report(string what, string reason) =>
        context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.PlaceOf(what.Split(' ')[0]), what, reason);
}
