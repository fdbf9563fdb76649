using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes a string-backed struct with known values; unknown values survive.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel type, string documentName)
    {
        var name = type.Name;
        Documentation.Describe(writer, type.Documentation, $"A text of <c>{Literals.XmlText(documentName)}</c> with known values.");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Semel.StringEnumConverter<{name}>))]")
            .Line(GeneratedCode.Attribute)
            .Open($"public readonly record struct {name} : global::Semel.IStringEnum<{name}>")
            .Line("private readonly string? _value;");
        Construction(writer, name);
        KnownValues(writer, type);
        writer.Gap()
            .Line("/// <summary>The value of a text.</summary>")
            .Line($"public static implicit operator {name}(string value) => new(value);")
            .Gap()
            .Line("/// <inheritdoc/>")
            .Line("public override string ToString() => Value;")
            .Close();
    }

    private static void Construction(SourceWriter writer, string name) => writer
        .Gap()
        .Line("/// <summary>A value, known or not.</summary>")
        .Open($"public {name}(string value)")
        .Line("global::System.ArgumentNullException.ThrowIfNull(value);")
        .Line("_value = value.Length == 0 ? null : value; // as default is")
        .Close()
        .Gap()
        .Line("/// <summary>The text as it travels.</summary>")
        .Line("public string Value => _value ?? \"\";")
        .Gap()
        .Line($"static {name} global::Semel.IStringEnum<{name}>.Create(string value) => new(value);");

    private static void KnownValues(SourceWriter writer, EnumModel type)
    {
        var scope = new NameScope(ReservedNames.OfEnum(type.Name.TrimStart('@')));
        var plainest = NameWish.Plainest(type.Values, value => value).ToList();
        var names = plainest.Zip(scope.TakeAll([.. plainest.Select(value => NameWish.OfText(EnumMemberNames.Wanted(value), value))]), (value, name) => (value, name))
            .ToDictionary(pair => pair.value, pair => pair.name, StringComparer.Ordinal);
        foreach (var value in type.Values)
        {
            var shown = Literals.XmlText(value).Trim();
            writer.Gap();
            Documentation.Element(writer, "summary", shown.Length == 0 ? "The empty value." : $"The value <c>{shown}</c>.");
            writer.Line($"public static {type.Name} {Literals.Identifier(names[value])} {{ get; }} = new({Literals.String(value)});");
        }
    }
}
