using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>The parameters of a create beside those of its path that are the caller's to give: not those that Semel writes itself.</summary>
internal static class CreateParameters
{
    public static IEnumerable<SpecParameter> Of(SpecOperation create, bool isChosen, IdempotencyKeyModel? key) =>
        create.Parameters.Where(parameter => parameter.Place != ParameterPlace.Path && !IsOurs(parameter.Name, parameter.Place, isChosen, key));

    /// <summary>The idempotency key, the time of its first use, and what must not be replaced at an address that the client chooses.</summary>
    public static bool IsOurs(string name, ParameterPlace place, bool isChosen, IdempotencyKeyModel? key)
    {
        if (place == ParameterPlace.Query) return key is { Place: KeyPlace.Query } && key.Name == name;
        if (place != ParameterPlace.Header) return false;
        return (key is { Place: KeyPlace.Header } && Same(key.Name, name))
            || (key?.FirstSentHeader is { } first && Same(first, name))
            || (isChosen && (Same("If-None-Match", name) || Same("If-Match", name)));
    }

    /// <summary>What a key in a query is called: <c>name</c> of <c>?name</c>; null for a property path.</summary>
    public static string? InQuery(string? naturalKey) => naturalKey?.StartsWith("?", StringComparison.Ordinal) == true ? naturalKey.Substring(1) : null;

    /// <summary>The property paths of a key of several: <c>type+name</c>.</summary>
    public static string[] Parts(string naturalKey) => naturalKey.Split('+');

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
