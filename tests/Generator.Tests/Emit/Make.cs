using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Emit;

/// <summary>Short ways to hand-made models.</summary>
internal static class Make
{
    public static readonly TypeReference Text = new(TypeKind.String);

    public static readonly LocationInfo Here = new("declaration:test", default, default);

    public static readonly DeclaredOverrides NoOverrides = new(null, null, null, null, null, null, null, null);

    public static ModelDeclaration Declaration(string name, string document = "api.yaml", string path = "/things") =>
        new("MyApp", name, "public", [], document, path, NoOverrides, new ConstructorModel(true, null, null), [], Here);

    public static TypeReference Of(TypeKind kind) => new(kind);

    public static TypeReference Object(string name) => new(TypeKind.Object, Schema(name));

    public static TypeReference Enum(string name) => new(TypeKind.Enum, Schema(name));

    public static TypeReference ListOf(TypeReference item) => new(TypeKind.List, Item: item);

    public static TypeReference MapOf(TypeReference item) => new(TypeKind.Map, Item: item);

    public static string Schema(string name) => "#/components/schemas/" + name;

    public static ObjectModel View(string name, params PropertyModel[] properties) => new(Schema(name), name, 0, null, [.. properties]);

    public static EnumModel Values(string name, params string[] values) => new(Schema(name), name, 0, null, [.. values]);

    public static PropertyModel Property(
        string jsonName, TypeReference? type = null, bool required = false, bool settable = true, bool nullable = false,
        bool deprecated = false, string? documentation = null, string? name = null) =>
        new(jsonName, name ?? Pascal(jsonName), type ?? Text, required, settable, nullable, deprecated, documentation);

    public static ParameterModel Parameter(
        string jsonName, TypeReference? type = null, ParameterPlace place = ParameterPlace.Query, bool required = false, string? documentation = null)
    {
        var pascal = Pascal(jsonName);
        return new(jsonName, char.ToLowerInvariant(pascal[0]) + pascal[1..], place, type ?? Text, required || place == ParameterPlace.Path, false, documentation);
    }

    public static ParameterModel InPath(string jsonName, TypeReference? type = null) => Parameter(jsonName, type, ParameterPlace.Path);

    public static OperationModel Operation(
        OperationKind kind, string name, string method, string path, TypeReference? body = null, TypeReference? response = null,
        string? envelope = null, PagingModel? paging = null, bool bodyRequired = true, bool deprecated = false,
        string? summary = null, string? description = null, params ParameterModel[] parameters) =>
        new(kind, name, method, path, [.. parameters], body, bodyRequired, response, envelope, paging, deprecated, summary, description);

    public static ResourceFacts Facts(string resource, string? naturalKey = "name") => new(
        Schema(resource), "id", "id", naturalKey, naturalKey, null, null, "AtMostOnce", "The API offers nothing.", []);

    public static ResourceModel Resource(
        string name, ResourceFacts? facts, IEnumerable<OperationModel> operations, IEnumerable<TypeModel> types, string document = "api.yaml") =>
        new(Declaration(name, document), document, facts, operations.ToEquatableArray(), types.ToEquatableArray(), []);

    /// <summary>The smallest whole model: one type that is request and resource.</summary>
    public static ResourceModel Small(string name = "Things", string type = "Thing", params PropertyModel[] properties) => Resource(
        name,
        Facts(type),
        [Operation(OperationKind.Create, "Create", "POST", "/things", Object(type), Object(type))],
        [View(type, [Property("id", settable: false, required: true), Property("name", required: true), .. properties])]);

    private static string Pascal(string jsonName) =>
        string.Concat(jsonName.Split('_', '-', '.').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..]));
}
