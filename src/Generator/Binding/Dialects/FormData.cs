using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>
/// The <c>formData</c> parameters of OpenAPI 2.0: the fields of a form. What else the operation consumes is said of bodies: a form is
/// what such fields are in (OpenAPI 2.0, parameter object).
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
        var body = new SpecBody(operation.Get("parameters") ?? operation) { Fields = Fields() };
        var type = HasFile ? Upload : said.Contains(Form) ? Form : said[0];
        var media = new SpecMedia(type, MediaTypes.Kind(type), body) { Encodings = [.. fields.Select(Encoding)] };
        return HasFile ? SpecRequest.NoJson(required, said, media) : SpecRequest.Form(media, required);
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
