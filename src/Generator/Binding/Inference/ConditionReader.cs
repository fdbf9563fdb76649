using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Reads <c>status.state=expired,failed</c>: a property path of the resource, and values that it has. Where the document lists the
/// property's values, they have to be among them.
/// </summary>
internal sealed class ConditionReader(BindingContext context, Schema resource)
{
    /// <param name="name">The attribute's property.</param>
    /// <param name="declared">What was written.</param>
    /// <param name="refuse">Reports why it cannot be used.</param>
    public (string Property, EquatableArray<string> Values)? Read(string name, string declared, Action<string> refuse)
    {
        var parts = declared.Split('=');
        var path = parts[0].Trim();
        if (parts.Length != 2 || path.Length == 0) return Refuse("write it as a property path, an equals sign and values with commas between them, such as status.state=expired");
        string[] values = [.. parts[1].Split(',').Select(value => value.Trim())];
        if (values.Contains("")) return Refuse("a value is missing behind the equals sign or a comma");
        if (context.Properties.Find(resource, path) is not { } property) return NotFound(name, path);
        if (!property.IsScalar && property.Kind != SchemaKind.Any) return Refuse($"'{path}' is neither a text nor another simple value");
        var unknown = Array.Find(values, value => property.Values.Count > 0 && !property.Values.Contains(value));
        return unknown is null
            ? (path, values.Distinct(StringComparer.Ordinal).ToEquatableArray())
            : Refuse($"'{path}' is never '{unknown}'; its values are {string.Join(", ", property.Values.Select(value => $"'{value}'"))}");

        (string, EquatableArray<string>)? Refuse(string reason)
        {
            refuse(reason);
            return null;
        }
    }

    private (string, EquatableArray<string>)? NotFound(string name, string path)
    {
        var prefix = path.Substring(0, path.LastIndexOf('.') + 1);
        var names = context.Properties.Find(resource, prefix)?.Properties.Select(property => prefix + property.Name) ?? [];
        context.ReportProperty(name, path, "the resource", names);
        return null;
    }
}
