using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create's look, its reads and its deletes, and what follows the operation that makes it, are sent what the create was sent where they take it too: where one of them requires a parameter
/// of the create, such as <c>api-version</c>, or all of them know it, such as a project. The name of the instance chooses one, and is not among them.
/// </summary>
internal static class CarriedParametersRule
{
    public static IEnumerable<string> Find(IEnumerable<SpecParameter> parameters, IEnumerable<SpecOperation?> others, SpecOperation? followed, string? naturalKey)
    {
        List<SpecOperation> asked = [.. others.OfType<SpecOperation>()];
        return from parameter in parameters
               where parameter.Name != CreateParameters.InQuery(naturalKey)
               where asked.Exists(operation => In(operation, parameter) is { Required: true }) || (followed is not null && In(followed, parameter) is { Required: true }) || (asked.Count > 0 && asked.TrueForAll(operation => In(operation, parameter) is not null))
               select parameter.Name;
    }

    /// <summary>The same parameter of another operation.</summary>
    public static SpecParameter? In(SpecOperation operation, SpecParameter parameter) =>
        operation.Parameters.FirstOrDefault(other => other.Place == parameter.Place && other.Name.Equals(parameter.Name, parameter.Place == ParameterPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
}
