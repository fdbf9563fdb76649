using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Makes types of bodies that are no JSON: forms, texts and bytes.</summary>
internal sealed class ContentBinder(SchemaReader reader, SchemaBinder binder)
{
    /// <summary>The request's body and the schema of its fields; or why it cannot be written.</summary>
    public (TypeReference? Body, RequestContent? Content, Schema? Fields, string? Problem) Request(SpecMedia media, string typeName) => media.Kind switch
    {
        ContentKind.Json => (null, MediaTypes.Said(media.Type) is { } type ? new(ContentKind.Json, MediaTypes.Sendable(type)) : null, null, null),
        ContentKind.Text => (new(TypeKind.String), new(media.Kind, MediaTypes.Sendable(media.Type)), null, null),
        ContentKind.Stream => (new(TypeKind.Stream), new(media.Kind, MediaTypes.Sendable(media.Type)), null, null),
        ContentKind.Form => Form(media, typeName),
        ContentKind.Multipart => Multipart(media, typeName),
    };

    private (TypeReference?, RequestContent?, Schema?, string?) Form(SpecMedia media, string typeName)
    {
        var schema = media.Body is { } body ? reader.Read(body) : null;
        var type = schema is null ? new TypeReference(TypeKind.Json) : binder.Bind(schema, typeName + "Request");
        if (type.Kind is not (TypeKind.Object or TypeKind.Map or TypeKind.Json)) return (null, null, null, $"its body is {media.Type}, and its schema is no object");
        var fields = media.Encodings.Select(encoding => new FieldModel(encoding.Name, Writing(encoding))).Where(field => field.Writing != ParameterWriting.Usual(ParameterPlace.Query));
        return (type, new(media.Kind, "application/x-www-form-urlencoded") { Fields = fields.ToEquatableArray() }, schema, null);
    }

    /// <summary>A style counts; else a content type that is JSON.</summary>
    private static ParameterWriting Writing(SpecEncoding encoding) =>
        encoding.Writing ?? (encoding.ContentType is { } type && MediaTypes.IsJson(type) ? new(WritingStyle.Json, false) : ParameterWriting.Usual(ParameterPlace.Query));

    private (TypeReference?, RequestContent?, Schema?, string?) Multipart(SpecMedia media, string typeName)
    {
        if (new FileParts(reader).Read(media, typeName) is not var (fields, files)) return (null, null, null, $"its body is {media.Type}, and no property says what its parts are");
        return (fields.Properties.Count == 0 ? null : binder.Bind(fields, typeName + "Request"), new(media.Kind, "multipart/form-data") { Files = files.ToEquatableArray() }, fields, null);
    }

    /// <summary>The reply's type, and how it is read where it isn't just JSON that is always there.</summary>
    public (TypeReference? Type, ReplyContent? Content) Reply(SpecReply reply, string typeName)
    {
        if (!reply.HasJson && reply.Media is not { }) return (null, null);
        var media = reply.Media;
        var mayBeAbsent = reply.MayBeAbsent || !reply.HasJson;
        var accept = media is null ? null : Accept(media.Type);
        if (media is { Kind: not ContentKind.Json })
        {
            var isText = media.Kind is ContentKind.Text or ContentKind.Form && (media.Body is null || !reader.IsBinary(media.Body.Place));
            return (new TypeReference(isText ? TypeKind.String : TypeKind.Download), new(isText ? ContentKind.Text : ContentKind.Stream, accept ?? "*/*", false));
        }

        var schema = reply.HasJson ? reply.Schema : media!.Body?.Place;
        var type = schema is null ? new TypeReference(TypeKind.Json) : binder.Bind(reader.Read(schema), typeName + "Reply");
        return (type, mayBeAbsent || accept is not null ? new(ContentKind.Json, accept, mayBeAbsent) : null);
    }

    /// <summary>Null for JSON, which is asked for anyhow; a range as it is.</summary>
    private static string? Accept(string mediaType)
    {
        if (MediaTypes.Said(mediaType) is not { } said) return null;
        var name = said.Split(';')[0].Trim();
        return name.EndsWith("/*", StringComparison.Ordinal) && name.IndexOf('/') == name.Length - 2 && name.Length > 2 && name.Take(name.Length - 2).All(char.IsLetter) ? name : MediaTypes.Sendable(said);
    }
}
