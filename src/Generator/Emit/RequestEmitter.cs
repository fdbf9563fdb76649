using System.Text;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes parameters of methods and the expression of the request that carries them.</summary>
internal static class RequestEmitter
{
    /// <summary>How a parameter is declared, without its default.</summary>
    public static string Type(ParameterModel parameter)
    {
        var type = parameter.Type;
        var known = CSharpType.IsScalar(type) || IsList(type);
        return known ? CSharpType.Name(type) : "string";
    }

    public static string Declare(ParameterModel parameter)
    {
        var declaration = $"{Type(parameter)}{(IsRequired(parameter) ? "" : "?")} {Literals.Identifier(parameter.Name)}";
        return IsRequired(parameter) ? declaration : declaration + " = null";
    }

    public static bool IsRequired(ParameterModel parameter) => parameter.Required || parameter.Place == ParameterPlace.Path;

    /// <summary>The text of a path parameter.</summary>
    public static string PathText(ParameterModel parameter)
    {
        var name = Literals.Identifier(parameter.Name);
        if (IsList(parameter.Type)) return Joined(parameter, name);
        return CSharpType.IsScalar(parameter.Type) ? CSharpType.Text(parameter.Type, name) : name;
    }

    /// <summary><c>new ApiRequest(…)</c> over several lines, with the parameters and the body.</summary>
    /// <param name="secrets">Expression of the property paths that errors must not show, or null.</param>
    public static string Request(OperationModel operation, IEnumerable<ParameterModel> parameters, string? secrets = null)
    {
        var request = new StringBuilder()
            .Append($"new global::Semel.ApiRequest({Method(operation.Method)}, {Literals.String(operation.Path)})");
        foreach (var parameter in parameters)
            request.Append($"\n    .{parameter.Place}{TypeArgument(parameter)}({Literals.String(parameter.JsonName)}, {Value(parameter)})");
        if (operation.Body is { } body) request.Append($"\n    .Body({BodyArguments(body)})");
        if (operation.Body is not null && secrets is not null) request.Append($"\n    .Secrets({secrets})");
        return request.ToString();
    }

    /// <summary>The compiler infers no nullable parameter's type from an enum that isn't nullable.</summary>
    private static string TypeArgument(ParameterModel parameter) =>
        parameter is { Type.Kind: TypeKind.Enum, Required: true, Place: not ParameterPlace.Path } ? $"<{parameter.Type.Identity}>" : "";

    private static string BodyArguments(TypeReference body) =>
        body.Kind is TypeKind.Object or TypeKind.Json ? "request" : $"request, {CSharpType.Codec(body)}";

    private static string Value(ParameterModel parameter)
    {
        var (type, name) = (parameter.Type, Literals.Identifier(parameter.Name));
        if (parameter.Place == ParameterPlace.Path)
            return type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Enum ? name : PathText(parameter);
        if (!IsList(type)) return name;
        if (parameter.Separator is not null) return $"{name} is {(IsRequired(parameter) ? "" : "null or ")}{{ Count: 0 }} ? null : {Joined(parameter, name)}";
        if (type.Item!.Kind == TypeKind.String) return name;
        var texts = $"global::System.Linq.Enumerable.ToArray({Texts(type.Item, name)})";
        return IsRequired(parameter) ? texts : $"{name} is null ? null : {texts}";
    }

    private static bool IsList(TypeReference type) => type.Kind == TypeKind.List && CSharpType.IsScalar(type.Item!);

    /// <summary>The values of a list as one text.</summary>
    private static string Joined(ParameterModel parameter, string name) =>
        $"string.Join({Literals.String((parameter.Separator ?? ',').ToString())}, {Texts(parameter.Type.Item!, name)})";

    private static string Texts(TypeReference item, string list) => item.Kind == TypeKind.String
        ? list
        : $"global::System.Linq.Enumerable.Select({list}, static item => {CSharpType.Text(item, "item")})";

    private static string Method(string method) => method switch
    {
        "GET" => Known("Get"),
        "POST" => Known("Post"),
        "PUT" => Known("Put"),
        "PATCH" => Known("Patch"),
        "DELETE" => Known("Delete"),
        "HEAD" => Known("Head"),
        "OPTIONS" => Known("Options"),
        _ => $"new global::System.Net.Http.HttpMethod({Literals.String(method)})",
    };

    private static string Known(string name) => "global::System.Net.Http.HttpMethod." + name;
}
