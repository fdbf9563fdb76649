using System.Text;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes parameters of methods and the expression of the request that carries them.</summary>
internal static class RequestEmitter
{
    /// <summary>How a parameter is declared, without its default.</summary>
    public static string Type(ParameterModel parameter) => CSharpType.Name(parameter.Type);

    public static string Declare(ParameterModel parameter)
    {
        var declaration = $"{Type(parameter)}{(IsRequired(parameter) ? "" : "?")} {Literals.Identifier(parameter.Name)}";
        return IsRequired(parameter) ? declaration : declaration + " = null";
    }

    public static bool IsRequired(ParameterModel parameter) => parameter is { Constant: null, Required: true } or { Place: ParameterPlace.Path };

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
        if (operation.Server is { } server) request.Append($"\n    .Server({Literals.String(server.Url)})");
        foreach (var parameter in parameters)
            request.Append("\n    ." + Add(parameter));
        foreach (var call in ContentEmitter.Calls(operation)) request.Append("\n    ." + call);
        secrets ??= operation.Secrets.Count == 0 ? null : $"[{string.Join(", ", operation.Secrets.Select(Literals.String))}]";
        if (operation.Body is not null && secrets is not null) request.Append($"\n    .Secrets({secrets})");
        return request.ToString();
    }

    /// <summary>The call that adds the parameter.</summary>
    private static string Add(ParameterModel parameter)
    {
        var (name, value) = (Literals.String(parameter.JsonName), Literals.Identifier(parameter.Name));
        if (parameter.Constant is { } constant) value = $"{value}{(parameter.Type.Kind == TypeKind.Enum ? "?.Value" : "")} ?? {Literals.String(constant)}";
        if (parameter is { Constant: not null, Place: ParameterPlace.Cookie }) return $"Cookie({name}, {value}, global::Semel.Codec.String)";
        if (IsPlain(parameter)) return $"{parameter.Place}{TypeArgument(parameter)}({name}, {(parameter.Place == ParameterPlace.Path ? PathValue(parameter) : value)})";
        var (style, explode, allowReserved) = (parameter.Writing.Style, parameter.Writing.Explode, parameter.Writing.AllowReserved);
        var isWhole = CSharpType.IsScalar(parameter.Type);
        var codec = parameter.Constant is null ? CSharpType.Codec(parameter.Type) : "global::Semel.Codec.String";
        var arguments = $"{name}, {value}, {codec}";
        if (parameter.Place != ParameterPlace.Cookie || style != WritingStyle.Form || (explode && !isWhole)) arguments += $", global::Semel.ParameterStyle.{style}";
        if (explode && !isWhole) arguments += ", explode: true";
        if (allowReserved && parameter.Place == ParameterPlace.Query) arguments += ", allowReserved: true";
        return $"{parameter.Place}({arguments})";
    }

    /// <summary>What a simpler call adds: single values, and lists of texts as they usually are.</summary>
    private static bool IsPlain(ParameterModel parameter)
    {
        var writing = parameter.Writing;
        if (parameter.Place == ParameterPlace.Cookie || (writing.AllowReserved && parameter.Place == ParameterPlace.Query)) return false;
        if (CSharpType.IsScalar(parameter.Type)) return writing.Style is not (WritingStyle.Json or WritingStyle.Label or WritingStyle.Matrix or WritingStyle.DeepObject);
        return parameter.Type is { Kind: TypeKind.List, Item.Kind: TypeKind.String } && parameter.Place != ParameterPlace.Path && writing == ParameterWriting.Usual(parameter.Place);
    }

    /// <summary>The compiler infers no nullable parameter's type from an enum that isn't nullable.</summary>
    private static string TypeArgument(ParameterModel parameter) =>
        parameter is { Type.Kind: TypeKind.Enum, Required: true, Constant: null, Place: not ParameterPlace.Path } ? $"<{parameter.Type.Identity}>" : "";

    private static string PathValue(ParameterModel parameter) =>
        parameter.Type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Enum ? Literals.Identifier(parameter.Name) : PathText(parameter);

    private static bool IsList(TypeReference type) => type.Kind == TypeKind.List && CSharpType.IsScalar(type.Item!);

    /// <summary>The values of a list as one text.</summary>
    private static string Joined(ParameterModel parameter, string name) =>
        $"string.Join({Literals.String(Separator(parameter.Writing.Style))}, {Texts(parameter.Type.Item!, name)})";

    private static string Separator(WritingStyle style) => style switch
    {
        WritingStyle.SpaceDelimited => " ",
        WritingStyle.PipeDelimited => "|",
        WritingStyle.TabDelimited => "\t",
        _ => ",",
    };

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
