using Semel.Generator.Binding.Operations;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding.Inference;

/// <summary>The operation that creates; null where there is none or none that can be sent, which is reported.</summary>
internal static class CreateOperation
{
    public static SpecOperation? Find(BindingContext context, List<SpecOperation> operations)
    {
        var create = operations.Find(operation => operation.Path == context.Place.Path && operation.Method == context.Place.Method);
        if (create is null)
        {
            var others = operations.Where(operation => operation.Method == "POST").Select(operation => operation.Path).Distinct().Take(3).ToList();
            return Missing(context, Nearest.Suggestion(others));
        }

        if (context.Place is { IsChosen: true, Method: "PUT" } && context.Overrides.Guarantee != "Natural" && !CreatingPutRule.Says(create.Place, context.References))
            return Missing(context, "; its PUT is not said to create, so say Guarantee = Guarantee.Natural if it does");
        if (create.Problem is not { } problem || (create.IsUpload && !context.Place.IsChosen)) return create;
        context.Diagnostics.Add(DiagnosticCatalogue.CreateUnusable, create.KeyLocation, context.Place.ToString(), problem);
        return null;
    }

    private static SpecOperation? Missing(BindingContext context, string advice)
    {
        context.Diagnostics.Add(DiagnosticCatalogue.NoCreateOperation, context.Declaration.Location, context.DocumentName, context.Declaration.Path, advice);
        return null;
    }
}
