using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>A query parameter of the list with the natural key's name filters by it.</summary>
internal static class NameFilterRule
{
    public static string? Find(SpecOperation? list, string? naturalKey)
    {
        if (list is null || naturalKey is null || CreateParameters.Parts(naturalKey).Length > 1) return null;
        var last = CreateParameters.InQuery(naturalKey) ?? naturalKey.Substring(naturalKey.LastIndexOf('.') + 1);
        return list.Parameters.FirstOrDefault(parameter => parameter is { Place: ParameterPlace.Query, Deprecated: false } && parameter.Name == last)?.Name;
    }
}
