namespace Semel.Generator.Emit;

/// <summary>Writes what stands in for a model that has an error, so that its uses don't drown the error in others.</summary>
internal static class StubEmitter
{
    public static void Emit(SourceWriter writer, ClassModel model)
    {
        var declaration = model.Declaration;
        var error = model.Error!;
        Documentation.Element(writer, "summary", $"Has an error: {Literals.XmlText(error)}");
        writer.Line(GeneratedCode.Attribute).Open($"partial class {Literals.Identifier(declaration.Name)}");
        if (declaration.Constructor.Emit)
        {
            ConstructorEmitter.Describe(writer);
            writer.Open($"public {Literals.Identifier(declaration.Name)}({ConstructorEmitter.Parameters})").Close();
        }

        if (!declaration.Members.Contains("CreateAsync")) Create(writer, error);
        writer.Close();
    }

    private static void Create(SourceWriter writer, string error)
    {
        writer.Gap();
        Documentation.Element(writer, "summary", "Throws: the declaration has an error.");
        Documentation.Parameter(writer, "arguments", null, "Anything.");
        writer.Line("public global::System.Threading.Tasks.Task<dynamic> CreateAsync(params object?[] arguments)")
            .Indented($"=> throw new global::System.InvalidOperationException({Literals.String(error)});");
    }
}
