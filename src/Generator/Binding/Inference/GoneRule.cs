using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A deleted resource may stay and say so in a property: <c>status.state=expired</c>. No document tells that from any other state, so
/// it is declared; the property and, where the document lists its values, the values have to be there.
/// </summary>
internal sealed class GoneRule(BindingContext context, Schema resource)
{
    public GoneModel? Find(string? declared)
    {
        if (declared is null) return null;
        var parts = declared.Split('=');
        var path = parts[0].Trim();
        if (parts.Length != 2 || path.Length == 0) return Refuse(declared, "write it as a property path, an equals sign and values with commas between them, such as status.state=expired");
        string[] values = [.. parts[1].Split(',').Select(value => value.Trim())];
        if (values.Contains("")) return Refuse(declared, "a value is missing behind the equals sign or a comma");
        if (context.Properties.Find(resource, path) is not { } property) return NotFound(path);
        if (!property.IsScalar && property.Kind != SchemaKind.Any) return Refuse(declared, $"'{path}' is neither a text nor another simple value");
        var unknown = Array.Find(values, value => property.Values.Count > 0 && !property.Values.Contains(value));
        return unknown is null
            ? new(path, values.Distinct(StringComparer.Ordinal).ToEquatableArray())
            : Refuse(declared, $"'{path}' is never '{unknown}'; its values are {string.Join(", ", property.Values.Select(value => $"'{value}'"))}");
    }

    private GoneModel? Refuse(string declared, string reason)
    {
        context.Diagnostics.Add(DiagnosticCatalogue.GoneNotUnderstood, context.Declaration.Location, declared, reason);
        return null;
    }

    private GoneModel? NotFound(string path)
    {
        var prefix = path.Substring(0, path.LastIndexOf('.') + 1);
        var names = context.Properties.Find(resource, prefix)?.Properties.Select(property => prefix + property.Name) ?? [];
        context.ReportProperty("Gone", path, "the resource", names);
        return null;
    }
}
