using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Dialects;

/// <summary>
/// The <c>formData</c> parameters of OpenAPI 2.0. A form is not written, but where the operation itself names JSON beside a form among
/// what it consumes, the fields are the properties of a JSON object. What the document says for all operations is said of bodies.
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
        if (forms.Count == 0) return SpecRequest.Unsendable(required, [HasFile ? Upload : Form]);
        var isJson = !HasFile && operation.Node.Get("consumes") is not null && MediaTypes.HasJson(types);
        return isJson ? new(new SpecBody(operation.Get("parameters") ?? operation) { Fields = Fields() }, required, null) : SpecRequest.Unsendable(required, forms);
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
