using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Dialects;

/// <summary>Whether a form in parts carries files: what is bytes, or is said to be neither text nor JSON.</summary>
internal static class Uploads
{
    private const int Deepest = 8;

    public static bool Has(SpecMedia media, References references) =>
        media.Encodings.Any(encoding => encoding.ContentType is { } type && !MediaTypes.IsJson(type) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
        || (media.Body is { } body && Has(body.Place, references, Deepest));

    private static bool Has(Located place, References references, int depth)
    {
        if (depth == 0 || references.Resolve(place) is not { } schema) return depth == 0;
        return references.Get(schema, "properties") is { } properties && properties.Node.Members().Any(entry => IsFile(properties.Under(entry.Key, entry.Value), references))
            || Parts(schema).Any(part => Has(part, references, depth - 1));
    }

    private static IEnumerable<Located> Parts(Located schema) => schema.Elements("allOf").Concat(schema.Elements("oneOf")).Concat(schema.Elements("anyOf"));

    private static bool IsFile(Located property, References references)
    {
        if (references.Resolve(property) is not { } value) return false;
        return MediaTypes.IsBinary(value, references) || (value.Node.Get("type").AsString() == "array" && value.Get("items") is { } items && MediaTypes.IsBinary(items, references));
    }
}
