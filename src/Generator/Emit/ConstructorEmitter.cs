using Semel.Generator.Declarations;

namespace Semel.Generator.Emit;

/// <summary>Writes how the class gets its client: by a constructor of ours, or from what its own constructor leaves.</summary>
internal static class ConstructorEmitter
{
    public const string Parameters = "global::System.Net.Http.HttpClient http, global::Semel.SemelContext semel";

    public static void Emit(SourceWriter writer, ModelDeclaration declaration, ClassBody body, MemberNames members)
    {
        var type = $"global::Semel.ResourceClient<{body.Resource.Identity}>";
        if (declaration.Constructor.Emit) Own(writer, declaration, type, members);
        else Lazy(writer, declaration.Constructor, type, members);
    }

    public static void Describe(SourceWriter writer)
    {
        writer.Gap();
        Documentation.Element(writer, "summary", "Uses an HTTP client and what the program's models share.");
        Documentation.Parameter(writer, "http", null, "Its base address and credentials are set.");
        Documentation.Parameter(writer, "semel", null, "The data repository, the scope and the options.");
    }

    private static void Own(SourceWriter writer, ModelDeclaration declaration, string type, MemberNames members)
    {
        writer.Gap().Line($"private readonly {type} {members.Field};");
        Describe(writer);
        writer.Line($"public {Literals.Identifier(declaration.Name)}({Parameters})")
            .Indented($"=> {members.Field} = new {type}(http, semel, {members.Descriptor});");
    }

    private static void Lazy(SourceWriter writer, ConstructorModel constructor, string type, MemberNames members) => writer
        .Gap()
        .Line($"private {type}? {members.Field};")
        .Gap()
        .Line($"private {type} {members.Client}")
        .Indented(
            $"=> {members.Field}\n" +
            $"    ?? global::System.Threading.Interlocked.CompareExchange(\n" +
            $"        ref {members.Field}, new {type}({constructor.HttpClient}, {constructor.Context}, {members.Descriptor}), null)\n" +
            $"    ?? {members.Field};");
}
