using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>
/// The <c>formData</c> parameters of OpenAPI 2.0: the fields of a form. Where the operation itself names JSON beside a form among
/// what it consumes, they are the properties of a JSON object. What the document says for all operations is said of bodies.
/// </summary>
internal sealed class FormData(List<Located> fields)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Upload = "multipart/form-data";

    /// <param name="operation">The operation that takes the form.</param>
    /// <param name="types">What it consumes.</param>
    public SpecRequest Request(Located operation, IReadOnlyList<string> types)
    {
        var required = fields.Exists(field => IsRequired(field.Node));
        var forms = types.Where(type => type is Form or Upload).ToList();
        List<string> said = forms.Count > 0 ? forms : [HasFile ? Upload : Form];
        var isJson = forms.Count > 0 && !HasFile && operation.Node.Get("consumes") is not null && MediaTypes.HasJson(types);
        var body = new SpecBody(operation.Get("parameters") ?? operation) { Fields = Fields() };
        if (isJson) return new(body, required, null);
        var type = HasFile ? Upload : said[0];
        return SpecRequest.NoJson(required, said, new(type, MediaTypes.Kind(type), body) { Encodings = [.. fields.Select(Encoding)] });
    }

    private static SpecEncoding Encoding(Located field)
    {
        var writing = CollectionFormat.Writing(field.Node, ParameterPlace.Query);
        return new(field.Node.Get("name").AsScalar() ?? "", writing == ParameterWriting.Usual(ParameterPlace.Query) ? null : writing, null);
    }

    public static bool IsFile(Located? schema) => schema?.Node.Get("type").AsString() == "file";

    private bool HasFile => fields.Exists(IsFile);

    /// <summary>Of fields that stand twice, the operation's counts.</summary>
    private IReadOnlyList<FormField> Fields() =>
    [
        .. fields.Where(field => field.Node.Get("name").AsScalar() is not null)
            .GroupBy(field => field.Node.Get("name").AsScalar()!, StringComparer.Ordinal)
            .Select(same => new FormField(same.Key, IsRequired(same.Last().Node), same.Last())),
    ];

    private static bool IsRequired(SpecNode parameter) => parameter.Get("required").IsTrue();
}
