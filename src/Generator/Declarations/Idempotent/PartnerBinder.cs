using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>A method of the user's as a call: its parameters are the create's by name, else by type; one takes the id.</summary>
/// <param name="Method">The method.</param>
/// <param name="Call">The expression, not awaited.</param>
/// <param name="Used">Parameters of the create that it is given, or paths of the key.</param>
/// <param name="TakesMarker">It is given the marker.</param>
internal sealed record Partner(IMethodSymbol Method, string Call, EquatableArray<string> Used, bool TakesMarker);

/// <summary>Binds methods of a create's type to its parameters.</summary>
/// <param name="create">The create.</param>
/// <param name="compilation">Knows conversions.</param>
/// <param name="locals">The expression of each parameter of the create.</param>
/// <param name="names">Names of lambda parameters.</param>
/// <param name="key">Its values can be given too: <c>request.Name</c> to a parameter <c>name</c>.</param>
/// <param name="instance">In front of a call of an instance method: <c>_inner.</c>, <c>self.</c> or nothing.</param>
internal sealed class PartnerBinder(IMethodSymbol create, Compilation compilation, IReadOnlyDictionary<string, string> locals, LambdaNames names, KeyReader key, string instance)
{
    /// <summary>The first method of the name whose parameters can all be given; null where there is none, and then why.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="takesId">One parameter that is left takes the id.</param>
    /// <param name="problem">Why none of them can be called.</param>
    public Partner? Find(string name, bool takesId, out string problem)
    {
        var candidates = Symbols.Members(create.ContainingType, name).OfType<IMethodSymbol>()
            .Where(method => method.MethodKind == MethodKind.Ordinary && !SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, create))
            .OrderByDescending(method => method.Parameters.Length).ToList();
        problem = candidates.Count == 0 ? $"'{create.ContainingType.Name}' has no method '{name}'" : "";
        foreach (var candidate in candidates)
        {
            if (TryBind(candidate, takesId, out var why) is { } bound) return bound;
            problem = why;
        }

        return null;
    }

    public Partner? TryBind(IMethodSymbol method, bool takesId, out string problem)
    {
        problem = "";
        if (create.IsStatic && !method.IsStatic) problem = $"'{method.Name}' is not static, and '{create.Name}' is";
        else if (method.Arity != 0 && method.Arity != create.Arity) problem = $"'{method.Name}' has other type parameters";
        if (problem.Length > 0) return null;
        if (method.Arity > 0) method = method.Construct([.. create.TypeParameters]);
        var (arguments, used, isIdGiven, takesMarker) = (new List<string>(), new List<string>(), !takesId, false);
        foreach (var parameter in method.Parameters)
        {
            var value = ValueOf(parameter, used, ref isIdGiven, ref takesMarker);
            if (value is null && (parameter.IsOptional || parameter.IsParams)) continue;
            if (value is null)
            {
                problem = $"'{method.Name}' takes '{parameter.Name}' of type {Symbols.Shown(parameter.Type)}, which '{create.Name}' doesn't";
                return null;
            }

            arguments.Add($"{Symbols.Name(parameter.Name)}: {value}");
        }

        return new(method, $"{Receiver(method)}{Symbols.Name(method.Name)}{TypeArguments(method)}({string.Join(", ", arguments)})", used.ToEquatableArray(), takesMarker);
    }

    private string? ValueOf(IParameterSymbol parameter, List<string> used, ref bool isIdGiven, ref bool takesMarker)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out) return null;
        if (Symbols.IsToken(parameter.Type)) return names.Token;
        if (Symbols.IsAttempt(parameter.Type)) return names.Attempt;
        if (Symbols.Is(parameter.Type, "Semel", "Marker"))
        {
            takesMarker = true;
            return names.Marker;
        }

        var own = create.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name && compilation.ClassifyCommonConversion(candidate.Type, parameter.Type).IsImplicit)
            ?? ByType(parameter);
        if (own is not null)
        {
            used.Add(own.Name);
            return locals[own.Name];
        }

        if (key.ValueFor(parameter) is var (value, path))
        {
            used.Add(path);
            return value;
        }

        if (isIdGiven || IdOf(parameter.Type) is not { } id) return null;
        isIdGiven = true;
        return id;
    }

    /// <summary>The only parameter of the create that has this type, where that says what is meant.</summary>
    private IParameterSymbol? ByType(IParameterSymbol parameter)
    {
        if (!parameter.Type.IsReferenceType || parameter.Type.SpecialType != SpecialType.None) return null;
        var same = create.Parameters.Where(candidate => Symbols.Same(candidate.Type, parameter.Type)).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private string? IdOf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String) return names.Id;
        return type.AllInterfaces.Any(implemented => Symbols.Is(implemented, "System", "IParsable", 1) && Symbols.Same(implemented.TypeArguments[0], type))
            ? $"global::Semel.IdText.Parse<{Symbols.Type(type)}>({names.Id})"
            : null;
    }

    /// <summary>What stands in front of a call of the method; null where an instance is missing.</summary>
    public string? TryReceiver(IMethodSymbol method) => create.IsStatic && !method.IsStatic ? null : Receiver(method);

    private string Receiver(IMethodSymbol method)
    {
        var owner = Symbols.Type(method.ContainingType);
        if (method.IsStatic) return create.ContainingType.TypeKind == TypeKind.Interface ? owner + "." : "";
        return create.ContainingType.TypeKind == TypeKind.Interface && !Symbols.Same(method.ContainingType, create.ContainingType)
            ? $"(({owner}){instance.TrimEnd('.')})."
            : instance;
    }

    private static string TypeArguments(IMethodSymbol method) =>
        method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(Symbols.Type))}>";
}
