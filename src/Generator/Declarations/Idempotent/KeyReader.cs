using Microsoft.CodeAnalysis;
using Semel.Generator.Emit;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads the key and what is compared: paths over the create's parameters.</summary>
internal sealed class KeyReader(IMethodSymbol create, Compilation compilation, IReadOnlyDictionary<string, string> locals)
{
    private const string Help = "write paths over the method's parameters, such as \"name\" or \"request.Region/request.Name\"";

    private static readonly HashSet<SpecialType> Simple =
    [
        SpecialType.System_String, SpecialType.System_Boolean, SpecialType.System_Char, SpecialType.System_SByte, SpecialType.System_Byte, SpecialType.System_Int16,
        SpecialType.System_UInt16, SpecialType.System_Int32, SpecialType.System_UInt32, SpecialType.System_Int64, SpecialType.System_UInt64,
    ];

    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);
    private readonly List<(string Path, MemberPath Value)> _values = [];

    /// <summary>The expression of the instance's name.</summary>
    public string Instance(string? key)
    {
        if (string.IsNullOrWhiteSpace(key)) throw Wrong($"it says no Key, and nothing is keyed by a default; {Help}");
        string[] paths = [.. key!.Split('/').Select(path => path.Trim())];
        var values = paths.Select(path => $"global::Semel.InstanceKey.Text({Value(path, IsKeyType, "Key", "a text, a whole number, a UUID, a date or an enum")})");
        foreach (var path in paths) _parameters.Add(path.Split('.')[0]);
        _values.AddRange(paths.Select(path => (path, Follow(path, "Key"))));
        return $"global::Semel.InstanceKey.Of({Literals.String(string.Join("/", paths))}, [{string.Join(", ", values)}])";
    }

    /// <summary>True for a partner that is given all of the key: what it finds has the name that is wanted.</summary>
    public bool IsGivenTo(Partner partner) => _values.All(value => partner.Used.Any(used => value.Path == used || value.Path.StartsWith(used + ".", StringComparison.Ordinal)));

    /// <summary>The value of the key that a parameter of a partner is named after, and its path.</summary>
    public (string Value, string Path)? ValueFor(IParameterSymbol parameter)
    {
        foreach (var (path, value) in _values)
        {
            if (path.Split('.').Last().Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) && compilation.ClassifyCommonConversion(value.Type, parameter.Type).IsImplicit)
                return (value.Expression, path);
        }

        return null;
    }

    /// <summary>The key of one value as text.</summary>
    public string Single(string key) => $"global::Semel.InstanceKey.Text({Value(key.Trim(), IsKeyType, "Key", "")})!";

    /// <summary>What is compared, as items of a list of pairs.</summary>
    public IEnumerable<string> Compared(string property, string paths) => paths.Split(',').Select(path => path.Trim()).Select(path =>
        $"new({Literals.String(path)}, global::Semel.InstanceKey.Text({Value(path, IsComparable, property, "a text, a number, a UUID, a date or an enum")}))");

    /// <summary>A partner finds the resource under another parent than the record says, unless the key names that parent.</summary>
    public void RequireInKey(Partner partner)
    {
        if (LeftOut(partner) is { } left)
            throw Wrong($"it leaves out '{left}', which '{partner.Method.Name}' needs to find the resource: two instances that differ only in it would share a record");
    }

    /// <summary>The key names every parent that a partner is given.</summary>
    public bool Names(Partner partner) => LeftOut(partner) is null;

    private string? LeftOut(Partner partner) => partner.Used.FirstOrDefault(used => !_parameters.Contains(used.Split('.')[0]));

    private string Value(string path, Func<ITypeSymbol, bool> isAllowed, string property, string allowed)
    {
        var value = Follow(path, property);
        return isAllowed(value.Type) ? value.Expression : throw Wrong($"{property} = \"{path}\" is of type {Symbols.Shown(value.Type)}; it must be {allowed}");
    }

    private MemberPath Follow(string path, string property)
    {
        var names = path.Split('.');
        var parameter = create.Parameters.FirstOrDefault(candidate => candidate.Name == names[0])
            ?? throw Wrong($"{property} = \"{path}\" begins with no parameter of it; {Help}");
        return MemberPath.Follow(locals[parameter.Name], parameter.Type, names.Skip(1), compilation, create, out var missing) ?? throw Wrong($"{property} = \"{path}\": {missing}");
    }

    private static bool IsKeyType(ITypeSymbol type)
    {
        if (Symbols.IsNullableValue(type)) type = ((INamedTypeSymbol)type).TypeArguments[0];
        return Simple.Contains(type.SpecialType) || type.TypeKind == TypeKind.Enum || Symbols.Is(type, "System", "Guid")
            || Symbols.Is(type, "System", "DateOnly") || Symbols.Is(type, "System", "DateTimeOffset");
    }

    private static bool IsComparable(ITypeSymbol type)
    {
        if (Symbols.IsNullableValue(type)) type = ((INamedTypeSymbol)type).TypeArguments[0];
        return IsKeyType(type) || type.SpecialType is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single || Symbols.Is(type, "System", "TimeSpan");
    }

    private Misuse Wrong(string why) => new("SEM1018", create.Name, why);
}
