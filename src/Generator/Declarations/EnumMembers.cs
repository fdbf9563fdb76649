using System.Globalization;
using Microsoft.CodeAnalysis;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Declarations;

/// <summary>Values of enums in attributes. C# lets an attribute hold any number; what is no member of its enum means nothing.</summary>
internal static class EnumMembers
{
    /// <summary>The member's name; null where no member has the value.</summary>
    public static string? NameOf(TypedConstant value) => Members(value).FirstOrDefault(field => Equals(field.ConstantValue, value.Value))?.Name;

    /// <summary>The properties of an attribute that hold what is no member, as arguments of <see cref="DiagnosticCatalogue.NoMemberOfEnum"/>.</summary>
    public static IEnumerable<string[]> Undefined(AttributeData attribute) => attribute.NamedArguments
        .Where(argument => argument.Value.Kind == TypedConstantKind.Enum && NameOf(argument.Value) is null)
        .Select(argument => new[]
        {
            argument.Key,
            Convert.ToString(argument.Value.Value, CultureInfo.InvariantCulture),
            string.Join(", ", Members(argument.Value).Select(field => $"{field.Type.Name}.{field.Name}")),
        });

    private static IEnumerable<IFieldSymbol> Members(TypedConstant value) =>
        value.Type?.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue) ?? [];
}
