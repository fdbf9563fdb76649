using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the calls that give a request its body, and those that say what is asked for.</summary>
internal static class ContentEmitter
{
    private const string File = "global::Semel.UploadFile";

    public static IEnumerable<string> Calls(OperationModel operation)
    {
        if (operation.Content is { } content) foreach (var call in Body(operation.Body, content)) yield return call;
        else if (operation.Body is { } body) yield return $"Body({Json(body)})";
        if (operation.Reply?.Accept is { } accept) yield return $"Header(\"Accept\", {Literals.String(accept)})";
    }

    /// <summary>How the parameter of a file is declared, without its default.</summary>
    public static string Type(FileModel file) => file.IsList ? $"global::System.Collections.Generic.IReadOnlyList<{File}>" : File;

    private static IEnumerable<string> Body(TypeReference? body, RequestContent content)
    {
        var type = Literals.String(content.MediaType);
        foreach (var field in content.Fields)
            yield return $"FieldStyle({Literals.String(field.JsonName)}, global::Semel.ParameterStyle.{field.Writing.Style}{(field.Writing.Explode ? ", explode: true" : "")})";
        foreach (var file in content.Files)
            yield return $"{(file.IsList ? "Files" : "File")}({Literals.String(file.JsonName)}, {Literals.Identifier(file.Name)}{(file.ContentType is null ? "" : ", " + Literals.String(file.ContentType))})";
        switch (content.Kind)
        {
            case ContentKind.Json when body is not null:
                yield return $"Body({Json(body)})";
                yield return $"ContentType({type})";
                break;
            case ContentKind.Form:
                yield return $"Form({Node(body!)})";
                break;
            case ContentKind.Multipart:
                yield return $"Multipart({(body is null ? "" : Node(body))})";
                break;
            case ContentKind.Text or ContentKind.Stream:
                yield return $"{content.Kind}(request, {type})";
                break;
        }
    }

    private static string Json(TypeReference body) => body.Kind is TypeKind.Object or TypeKind.Json ? "request" : $"request, {CSharpType.Codec(body)}";

    private static string Node(TypeReference body) => body.Kind is TypeKind.Object or TypeKind.Json ? "request" : $"{CSharpType.Codec(body)}.Write(request)";
}
