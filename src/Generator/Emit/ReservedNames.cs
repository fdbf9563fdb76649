using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Names that generated members must not take because something inherited or generated has them.</summary>
internal static class ReservedNames
{
    public static readonly string[] OfObject =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] OfViewBase =
    [
        "Json",
        .. from type in (string[])["", "Value", "String", "Boolean", "Int32", "Int64", "Double", "DateTime", "View", "Enum"]
           from accessor in (string[])[$"Get{type}", $"Get{type}OrNull", $"Set{type}", $"Set{type}OrRemove", $"Set{type}OrNull"]
           select accessor,
    ];

    /// <summary>For the properties of a view.</summary>
    public static IEnumerable<string> OfView(string typeName) => [.. OfObject, .. OfViewBase, typeName];

    /// <summary>For the known values of a string-backed struct.</summary>
    public static IEnumerable<string> OfEnum(string typeName) => [.. OfObject, "Clone", "Create", "PrintMembers", "Value", typeName];

    /// <summary>For the parameters of an operation.</summary>
    public static IEnumerable<string> OfParameters(OperationKind kind) => kind == OperationKind.Create
        ? ["cancellationToken", "createdId", "existingId", "existingName", "from", "instance", "item", "options", "request", "to", "wanted"]
        : ["cancellationToken", "instance", "item", "request"];
}
