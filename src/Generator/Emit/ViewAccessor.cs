using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>How a property of a view reads and writes its JSON: by an accessor of its type's name where there is one, so that the compiler infers nothing, else by a codec.</summary>
/// <param name="Getter">An expression.</param>
/// <param name="Setter">An expression with <c>value</c>.</param>
internal readonly record struct ViewAccessor(string Getter, string Setter)
{
    public static ViewAccessor Of(PropertyModel property)
    {
        var (type, name) = (property.Type, Literals.String(property.JsonName));
        var isNullable = !property.Required || property.Nullable;
        var orNull = isNullable ? "OrNull" : "";
        var orNothing = !isNullable ? "" : property.Nullable ? "OrNull" : "OrRemove";
        if (Typed(type.Kind) is { } typed)
        {
            var argument = type.Kind is TypeKind.Object or TypeKind.Enum ? $"<{CSharpType.Name(type)}>" : "";
            return new($"Get{typed}{orNull}{argument}({name})", $"Set{typed}{orNothing}({name}, value)");
        }

        var value = isNullable && CSharpType.IsValueType(type) ? "Value" : "";
        var codec = CSharpType.Codec(type);
        return new($"Get{value}{orNull}({name}, {codec})", $"Set{value}{orNothing}({name}, {codec}, value)");
    }

    private static string? Typed(TypeKind kind) => kind switch
    {
        TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.DateTime or TypeKind.Enum => kind.ToString(),
        TypeKind.Object => "View",
        TypeKind.Date or TypeKind.Scalar or TypeKind.Json or TypeKind.List or TypeKind.Map or TypeKind.Stream or TypeKind.Download => null,
    };
}
