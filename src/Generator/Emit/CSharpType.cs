using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>How a linked type reference is written in C#. Its identity is the type's full name already.</summary>
internal static class CSharpType
{
    /// <summary>The type where it isn't null.</summary>
    public static string Name(TypeReference type) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Double => "double",
        TypeKind.DateTime => "global::System.DateTimeOffset",
        TypeKind.Date => "global::System.DateOnly",
        TypeKind.Scalar => "global::Semel.JsonScalar",
        TypeKind.Json => "global::System.Text.Json.Nodes.JsonNode",
        TypeKind.Object or TypeKind.Enum => type.Identity!,
        TypeKind.List => $"global::System.Collections.Generic.IReadOnlyList<{ItemName(type)}>",
        TypeKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {ItemName(type)}>",
        TypeKind.Stream => "global::System.IO.Stream",
        TypeKind.Download => "global::Semel.Download",
    };

    /// <summary>The expression of its codec.</summary>
    public static string Codec(TypeReference type) => type.Kind switch
    {
        TypeKind.Object => $"global::Semel.ViewCodec<{type.Identity}>.Instance",
        TypeKind.Enum => $"global::Semel.EnumCodec<{type.Identity}>.Instance",
        TypeKind.List => ItemCodec(type) + ".List",
        TypeKind.Map => ItemCodec(type) + ".Map",
        TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.DateTime
            or TypeKind.Date or TypeKind.Scalar or TypeKind.Json => "global::Semel.Codec." + type.Kind,
        TypeKind.Stream or TypeKind.Download => throw new ArgumentException($"A {type.Kind} is no JSON.", nameof(type)),
    };

    private static string ItemName(TypeReference container) => Name(container.Item!) + (container.HasNulls ? "?" : "");

    private static string ItemCodec(TypeReference container)
    {
        var item = Codec(container.Item!);
        return !container.HasNulls ? item : $"global::Semel.Codec.{(IsValueType(container.Item!) ? "ValueOrNull" : "OrNull")}({item})";
    }

    public static bool IsValueType(TypeReference type) => type.Kind switch
    {
        TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.DateTime or TypeKind.Date
            or TypeKind.Scalar or TypeKind.Enum => true,
        TypeKind.String or TypeKind.Json or TypeKind.Object or TypeKind.List or TypeKind.Map or TypeKind.Stream or TypeKind.Download => false,
    };

    /// <summary>True for a value that fits into a path, a query or a header as one text.</summary>
    public static bool IsScalar(TypeReference type) => type.Kind == TypeKind.String || IsValueType(type);

    /// <summary>The expression that turns a scalar that isn't null into the text that travels; the same under every culture.</summary>
    public static string Text(TypeReference type, string expression) => type.Kind switch
    {
        TypeKind.String => expression,
        TypeKind.Enum => expression + ".Value",
        TypeKind.Boolean => $"({expression} ? \"true\" : \"false\")",
        TypeKind.Int32 or TypeKind.Int64 => expression + $".ToString({Invariant})",
        TypeKind.Double => expression + $".ToString(\"R\", {Invariant})",
        TypeKind.DateTime or TypeKind.Date => expression + $".ToString(\"O\", {Invariant})",
        TypeKind.Scalar => expression + ".AsString()",
        TypeKind.Json or TypeKind.Object or TypeKind.List or TypeKind.Map or TypeKind.Stream or TypeKind.Download =>
            throw new ArgumentException($"A {type.Kind} is no single text.", nameof(type)),
    };

    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
}
