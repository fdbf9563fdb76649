using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Which parts of a form are files, and which are fields.</summary>
internal sealed class FileParts(SchemaReader reader)
{
    /// <summary>The schema without its files, and these; null where no property says what the parts are.</summary>
    /// <param name="media">The form.</param>
    /// <param name="typeName">What the operation's types begin with: fields without their files are a type of its own.</param>
    public (Schema Fields, IReadOnlyList<FileModel> Files)? Read(SpecMedia media, string typeName)
    {
        var schema = media.Body is { } body ? reader.Read(body) : null;
        if (schema is not { Kind: SchemaKind.Object, Properties.Count: > 0 }) return null;
        List<FileModel> files = [.. schema.Properties.Select(property => File(schema, property, media)).OfType<FileModel>()];
        if (files.Count == 0) return (schema, files);
        var rest = schema.Properties.Where(property => files.TrueForAll(file => file.JsonName != property.Name)).ToList();
        return (schema with
        {
            Pointer = schema.Pointer + "/fields/" + JsonPointer.Escape(typeName),
            Properties = rest,
            Required = [.. schema.Required.Where(name => rest.Exists(property => property.Name == name))],
        }, files);
    }

    /// <summary>Null for a property that is a field: a text, a number, JSON.</summary>
    private FileModel? File(Schema owner, SchemaProperty property, SpecMedia media)
    {
        var said = media.Encodings.FirstOrDefault(encoding => encoding.Name == property.Name)?.ContentType;
        var place = reader.Resolve(property.Variants[0]);
        var items = place?.Node.Get("type").AsString() == "array" && place.Get("items") is { } item ? reader.Resolve(item) : null;
        if (!IsFile(items ?? place, said)) return null;
        var description = place?.Node.Get("description").AsString();
        return new(property.Name, Words.Camel(property.Name), owner.IsRequired(property.Name), items is not null, Prose.Clean(description), Single(said));
    }

    /// <summary>What says that it is bytes, or a text whose part is neither text nor JSON.</summary>
    private bool IsFile(Located? value, string? contentType)
    {
        if (value is null) return false;
        if (reader.IsBinary(value)) return true;
        var isText = value.Node.Get("type").AsString() is "string" or null && value.Node.Get("properties") is null && value.Node.Get("format").AsString() is null;
        return isText && contentType is not null && contentType.Split(',').All(type => !MediaTypes.IsJson(type) && MediaTypes.Kind(type) == ContentKind.Stream);
    }

    private static string? Single(string? contentType) => contentType is null || contentType.IndexOfAny([',', '*']) >= 0 ? null : MediaTypes.Sendable(contentType);
}
