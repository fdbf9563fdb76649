using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What lives under a parent, is listed there and deleted by its id is a set that can be made what is wanted: members, rules, attachments. Its
/// create takes JSON or nothing, and needs nothing beside its path.
/// </summary>
internal sealed class SetRule(BindingContext context, ResourceOperations operations)
{
    /// <param name="isListUsed">The list can be read to its end, and shows the id.</param>
    public bool Holds(bool isListUsed)
    {
        var problem = Problem(isListUsed);
        if (problem is not null && context.Overrides.OwnsSet == true && context.Declaration.Property is null)
            context.Diagnostics.Add(DiagnosticCatalogue.CannotBePromised, context.PlaceOf("OwnsSet"), "OwnsSet = true", $"{context.Place} {problem}");
        return problem is null;
    }

    private string? Problem(bool isListUsed)
    {
        if (!context.Collection.Contains("{")) return "has no parent";
        if (!isListUsed) return "has no list that can be read to its end";
        if (operations.Item is null || operations.Delete is null) return "has no delete";
        if (operations.Create.Content is { Kind: not ContentKind.Json }) return "takes no JSON";
        return operations.Create.Parameters.Any(parameter => parameter.Required && parameter.Place != ParameterPlace.Path) ? "needs more than its path and a body" : null;
    }
}
