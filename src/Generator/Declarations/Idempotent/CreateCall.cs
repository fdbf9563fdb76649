using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads what sends a create: the core of a partial method, the inner method of an interface.</summary>
internal sealed class CreateCall(
    IMethodSymbol create, IdempotentValues values, Compilation compilation, LambdaNames names, IReadOnlyDictionary<string, string> locals, PartnerBinder partners, IdReader ids, string instance)
{
    private const string DefaultHeader = "Idempotency-Key";

    /// <summary>The header that takes the idempotency key; null where none does.</summary>
    public string? KeyHeader { get; private set; } = values.Text("IdempotencyKey") is { Length: > 0 } declared ? declared : null;

    /// <summary>The create is Refit's PUT, or declared to be at an address that the client chooses.</summary>
    public bool IsNatural => (values.Member("Guarantee") ?? (Route is { Verb: "Put" } ? "Natural" : null)) == "Natural";

    /// <summary>Refit's verb and route.</summary>
    public (string Verb, string Route)? Route { get; } = RefitNames.RouteOf(create);

    /// <summary>True where the value is the id alone, and nothing has to be read for it.</summary>
    public bool IsIdAlone { get; private set; }

    /// <summary>What sends the create is given the attempt, and with it the marker.</summary>
    public bool TakesMarker { get; private set; }

    private bool IsInterface => create.ContainingType.TypeKind == TypeKind.Interface;

    /// <summary>The lambda that sends, and what it gives.</summary>
    /// <param name="result">What the create returns; null: nothing.</param>
    /// <param name="keyText">The expression of a key of one value.</param>
    public (string Lambda, Reply Reply) Read(ITypeSymbol? result, Func<string, string> keyText)
    {
        var (call, returned) = IsInterface ? Inner() : Core();
        var reply = Reply.Of(returned) ?? throw new Misuse("SEM1019", create.Name, $"'{call.Split('(')[0]}' must return a Task or a ValueTask");
        var awaited = $"await {call}.ConfigureAwait(false)";
        if (result is not null && (reply.Type is null || !compilation.ClassifyCommonConversion(reply.Type, result).IsImplicit))
            throw new Misuse("SEM1019", create.Name, $"'{call.Split('(')[0]}' returns {Symbols.Shown(returned)}, and {Symbols.Shown(result)} is wanted of it");
        if (reply.Type is null) return (AddressOf(awaited, keyText), new(compilation.GetSpecialType(SpecialType.System_String), ReplyKind.Text));
        if (result is not null) reply = Reply.Of(compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1")!.Construct([result], [result.NullableAnnotation]))!;
        if (result is null && reply.Kind == ReplyKind.Value && values.Text("Marker") is null) return (IdAlone(awaited, reply), new(compilation.GetSpecialType(SpecialType.System_String), ReplyKind.Text));
        IsIdAlone = reply.Kind == ReplyKind.Text && values.Text("Id") is null && !IsJson;
        if (reply.Kind == ReplyKind.Message) awaited = $"await global::Semel.IdText.BufferedAsync({awaited}, {names.Token}).ConfigureAwait(false)";
        return ($"async ({names.Attempt}, {names.Token}) => {awaited}", reply);
    }

    /// <summary>A text that an interface with Refit's attributes returns is the API's reply.</summary>
    public bool IsJson => Route is not null;

    /// <summary>The create returns nothing, and its core a resource: the id is all that is kept of it.</summary>
    private string IdAlone(string awaited, Reply reply)
    {
        IsIdAlone = true;
        return $"async ({names.Attempt}, {names.Token}) =>\n{{\n    var {names.Value} = {awaited};\n    return {ids.IdOf(reply, names.Value, isJson: false)} ?? \"\";\n}}";
    }

    /// <summary>Nothing is returned: the resource is at the address that the client chose, and its key is its id.</summary>
    private string AddressOf(string awaited, Func<string, string> keyText)
    {
        if (!IsNatural || values.Text("Key") is not { } key || key.Contains('/'))
            throw new Misuse("SEM1020", create.Name, "it returns nothing; return the id or the resource, or declare Guarantee = Guarantee.Natural with a key of one value, which is its id then");
        IsIdAlone = true;
        return $"async ({names.Attempt}, {names.Token}) =>\n{{\n    {awaited};\n    return {keyText(key)};\n}}";
    }

    private (string Call, ITypeSymbol Returned) Core()
    {
        var name = values.Text("Core") ?? (create.Name.EndsWith("Async", StringComparison.Ordinal) ? create.Name.Substring(0, create.Name.Length - 5) + "CoreAsync" : create.Name + "Core");
        var core = partners.Find(name, takesId: false, out var problem);
        TakesMarker = core?.Method.Parameters.Any(parameter => Symbols.IsAttempt(parameter.Type)) == true;
        if (core is not null) return (core.Call, core.Method.ReturnType);
        var result = Reply.Of(create.ReturnType)?.Type is { } type ? Symbols.Shown(Symbols.Is(type, "Semel", "Ensured", 1) ? ((INamedTypeSymbol)type).TypeArguments[0] : type) : "string";
        var parameters = create.Parameters.Where(parameter => !Symbols.IsToken(parameter.Type)).Select(parameter => $"{Symbols.Shown(parameter.Type)} {parameter.Name}").Append("CreateAttempt attempt").Append("CancellationToken cancellationToken");
        throw new Misuse("SEM1019", create.Name, $"{problem}; write 'private {(create.IsStatic ? "static " : "")}Task<{result}> {name}({string.Join(", ", parameters)})', which sends one create");
    }

    private (string Call, ITypeSymbol Returned) Inner()
    {
        var prepared = Prepared();
        TakesMarker = prepared is not null;
        var arguments = create.Parameters.Select(parameter => $"{Symbols.Name(parameter.Name)}: {Argument(parameter, prepared)}").ToList();
        return ($"{instance}{Symbols.Name(create.Name)}{Symbols.TypeParameters(create.TypeParameters)}({string.Join(", ", arguments)})", create.ReturnType);
    }

    private string Argument(IParameterSymbol parameter, (IParameterSymbol Parameter, string Value)? prepared)
    {
        if (Symbols.IsToken(parameter.Type)) return names.Token;
        if (RefitNames.HeaderOf(parameter) is { } header && parameter.Type.SpecialType == SpecialType.System_String
            && header.Equals(KeyHeader ?? DefaultHeader, StringComparison.OrdinalIgnoreCase))
        {
            KeyHeader ??= header;
            return names.Attempt + ".IdempotencyKey";
        }

        if (KeyHeader is not null && RefitNames.IsHeaderCollection(parameter) && Symbols.Is(parameter.Type, "System.Collections.Generic", "IDictionary", 2))
            return $"{names.Attempt}.WithKey({locals[parameter.Name]})";
        return prepared is { } found && SymbolEqualityComparer.Default.Equals(found.Parameter, parameter) ? found.Value : locals[parameter.Name];
    }

    /// <summary>The parameter that a static method of the interface puts the marker into.</summary>
    private (IParameterSymbol Parameter, string Value)? Prepared()
    {
        if (values.Text("Prepare") is not { } name) return null;
        var method = Symbols.Members(create.ContainingType, name).OfType<IMethodSymbol>().FirstOrDefault(candidate => candidate is { IsStatic: true, Arity: 0, Parameters.Length: 2 } && candidate.Parameters.Any(parameter => Symbols.IsAttempt(parameter.Type)));
        var taken = method?.Parameters.First(parameter => !Symbols.IsAttempt(parameter.Type));
        var own = taken is null ? null : create.Parameters.FirstOrDefault(parameter => Symbols.Same(parameter.Type, taken.Type) && Symbols.Same(taken.Type, method!.ReturnType));
        if (own is null)
            throw new Misuse("SEM1021", create.Name, $"Prepare = \"{name}\"", $"'{create.ContainingType.Name}' has no static method '{name}' that takes a value of one of the parameters and a CreateAttempt, and returns the value to send");
        return (own, $"{Symbols.Type(method!.ContainingType)}.{Symbols.Name(name)}({Symbols.Name(taken!.Name)}: {locals[own.Name]}, {Symbols.Name(method.Parameters.First(parameter => Symbols.IsAttempt(parameter.Type)).Name)}: {names.Attempt})");
    }
}

