using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A deleted resource may stay and say so in a property: <c>status.state=expired</c>. No document tells that from any other state, so
/// it is declared.
/// </summary>
internal sealed class GoneRule(BindingContext context, Schema resource)
{
    public GoneModel? Find(string? declared) =>
        declared is not null && new ConditionReader(context, resource).Read("Gone", declared, Refuse) is var (property, values) ? new(property, values) : null;

    private void Refuse(string reason) =>
        context.Diagnostics.Add(DiagnosticCatalogue.GoneNotUnderstood, context.PlaceOf("Gone"), context.Overrides.Gone!, reason);
}
