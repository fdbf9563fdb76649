using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A list may be filtered by an entry of a map: <c>label_selector</c> takes <c>key=value</c> everywhere, other parameters where their
/// description writes it down. One that is filtered wrongly hides resources, so that the whole list is read otherwise.
/// </summary>
internal static class LabelFilterRule
{
    private const string Selector = "labelselector";

    private static readonly string[] Names = [Selector, "labels", "label", "metadata", "tags", "tag"];
    private static readonly string[] Keys = ["key", "k", "name", "label"];
    private static readonly string[] Values = ["value", "v"];

    public static (string Parameter, string Format)? Find(SpecOperation list)
    {
        foreach (var name in Names)
        {
            var parameter = list.Parameters.FirstOrDefault(one => one is { Place: ParameterPlace.Query, Deprecated: false } && Words.Flat(one.Name) == name);
            if (parameter is null) continue;
            var format = Format(parameter.Description ?? "") ?? (name == Selector ? "{key}={value}" : null);
            if (format is not null) return (parameter.Name, format);
        }

        return null;
    }

    private static string? Format(string description)
    {
        var prose = string.Concat(description.Split('<', '>', '{', '}'));
        foreach (var between in new[] { "==", "=", ":" })
        {
            if (Keys.Any(key => Values.Any(value => Phrases.HasAny(prose, key + between + value)))) return "{key}" + between + "{value}";
        }

        return null;
    }
}
