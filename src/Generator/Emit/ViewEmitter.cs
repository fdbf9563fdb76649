using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes a typed view over a JSON object.</summary>
internal static class ViewEmitter
{
    private const string JsonObject = "global::System.Text.Json.Nodes.JsonObject";

    public static void Emit(SourceWriter writer, ObjectModel view, string documentName)
    {
        var name = view.Name;
        Documentation.Describe(writer, view.Documentation, $"An object of <c>{Literals.XmlText(documentName)}</c>.");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Semel.ViewConverter<{name}>))]")
            .Line(GeneratedCode.Attribute)
            .Open($"public sealed class {name} : global::Semel.View, global::Semel.IView<{name}>")
            .Line("/// <summary>An empty object.</summary>")
            .Line($"public {name}() {{ }}")
            .Gap();
        Wrapping(writer, view);
        foreach (var property in view.Properties) Property(writer, property);
        writer.Close();
    }

    private static void Wrapping(SourceWriter writer, ObjectModel view)
    {
        var warns = view.Properties.Any(property => property is { Required: true, Settable: true, Nullable: false } && !CSharpType.IsValueType(property.Type));
        if (warns) writer.Line("#pragma warning disable CS8618 // required properties live in the JSON object");
        if (view.Properties.Any(IsRequired)) writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        writer.Line($"private {view.Name}({JsonObject} json) : base(json) {{ }}");
        if (warns) writer.Line("#pragma warning restore CS8618");
        writer.Gap().Line($"static {view.Name} global::Semel.IView<{view.Name}>.Wrap({JsonObject} json) => new(json);");
    }

    private static bool IsRequired(PropertyModel property) => property is { Required: true, Settable: true };

    private static void Property(SourceWriter writer, PropertyModel property)
    {
        var nullable = !property.Required || property.Nullable;
        var modifier = IsRequired(property) ? "required " : "";
        var type = CSharpType.Name(property.Type) + (nullable ? "?" : "");
        var accessor = ViewAccessor.Of(property);
        writer.Gap();
        Documentation.Describe(writer, property.Documentation, $"The property <c>{Literals.XmlText(property.JsonName)}</c>.");
        if (property.Deprecated) writer.Line(GeneratedCode.Obsolete);
        writer.Open($"public {modifier}{type} {Literals.Identifier(property.Name)}")
            .Line($"get => {accessor.Getter};")
            .Line($"set => {accessor.Setter};")
            .Close();
    }
}
