using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Turns the property path of the natural key into a C# expression over the request.</summary>
internal static class KeyLinker
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>Null where no key is inferred or the path doesn't end in a text, a number or an enum.</summary>
    /// <param name="parameters">The create's, linked.</param>
    public static NaturalKey? Link(TypeReference? request, string? path, IEnumerable<ParameterModel> parameters, TypeLinker types)
    {
        if (path?.StartsWith("?", StringComparison.Ordinal) == true) return InQuery(path, parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Query && parameter.JsonName == path.Substring(1)));
        if (request is null || path is null) return null;
        if (path.IndexOf('+') > 0 && types.Properties(request.Identity)?.Any(property => property.JsonName == path) != true) return OfSeveral(request, path, types);
        var expression = "request";
        var (current, nullable, anyNullable) = (request, false, false);
        foreach (var step in path.Split('.'))
        {
            if (types.Properties(current.Identity)?.FirstOrDefault(candidate => candidate.JsonName == step) is not { } property) return null;
            types.KeepUsable(current.Identity!, step);
            expression += (nullable ? "?." : ".") + Literals.Identifier(property.Name);
            nullable = !property.Required || property.Nullable;
            anyNullable |= nullable;
            current = property.Type;
        }

        return ToText(current.Kind) is { } toText
            ? new(expression + (toText.Length == 0 ? "" : (nullable ? "?" : "") + toText), anyNullable, path)
            : null;
    }

    /// <summary>Their texts, escaped, so that no two tuples make one name; what is not set is empty.</summary>
    private static NaturalKey? OfSeveral(TypeReference request, string path, TypeLinker types)
    {
        var parts = path.Split('+').Select(part => Link(request, part, [], types)).ToList();
        return parts.Contains(null)
            ? null
            : new($"string.Join(\"/\", {string.Join(", ", parts.Select(part => $"global::System.Uri.EscapeDataString({part!.Expression}{(part.MayBeNull ? " ?? \"\"" : "")})"))})", MayBeNull: false, path) { IsOfSeveral = true };
    }

    /// <summary>The name of the instance is an argument of its own, and always given.</summary>
    private static NaturalKey? InQuery(string path, ParameterModel? parameter) => parameter is not null && ToText(parameter.Type.Kind) is { } toText
        ? new(Literals.Identifier(parameter.Name) + toText, MayBeNull: false, path) { Parameter = parameter with { Required = true } }
        : null;

    private static string? ToText(TypeKind kind) => kind switch
    {
        TypeKind.String => "",
        TypeKind.Enum => ".Value",
        TypeKind.Int32 or TypeKind.Int64 => $".ToString({Invariant})",
        TypeKind.Scalar => ".AsString()",
        TypeKind.Boolean or TypeKind.Double or TypeKind.DateTime or TypeKind.Date or TypeKind.Json or TypeKind.Object
            or TypeKind.List or TypeKind.Map or TypeKind.Stream or TypeKind.Download => null,
    };
}
