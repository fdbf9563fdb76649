namespace Semel.Generator.Emit;

/// <summary>Writes what stands in for a model that has an error, so that its uses don't drown the error in others.</summary>
internal static class StubEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Value = Task + "<dynamic>";

    private static readonly (string Name, string Type)[] Methods =
    [
        ("CreateAsync", Value), ("GetAsync", Value), ("ListAsync", "global::System.Collections.Generic.IAsyncEnumerable<dynamic>"),
        ("UpdateAsync", Value), ("DeleteAsync", Task), ("ResolveAsync", Task), ("MoveAsync", Task), ("AdoptAsync", Task),
    ];

    public static void Emit(SourceWriter writer, ClassModel model)
    {
        var declaration = model.Declaration;
        var error = model.Error!;
        Documentation.Element(writer, "summary", $"Has an error: {Literals.XmlText(error)}");
        writer.Open($"partial class {Literals.Identifier(declaration.Name)}");
        if (declaration.Constructor.Emit)
        {
            ConstructorEmitter.Describe(writer);
            writer.Open($"public {Literals.Identifier(declaration.Name)}({ConstructorEmitter.Parameters})").Close();
        }

        else if (declaration.Constructor is { HttpClient: { } http, Context: { } context })
        {
            // else the compiler warns of parameters that nothing reads
            writer.Gap().Line($"private object {MemberNames.Of(declaration).Client} => ({http}, {context});");
        }

        foreach (var (name, type) in Methods)
        {
            if (name != declaration.Name && !declaration.Members.Contains(name)) Method(writer, name, type, error);
        }

        writer.Close();
    }

    private static void Method(SourceWriter writer, string name, string type, string error)
    {
        writer.Gap();
        Documentation.Element(writer, "summary", "Throws: the declaration has an error.");
        // a request that is written as new() { … } has no type here: of the dynamic one the compiler says so once, of object once for each property
        foreach (var parameter in (string[])["first", "second", "third", "others"]) Documentation.Parameter(writer, parameter, null, "Anything.");
        writer.Line($"public {type} {name}(dynamic? first = null, dynamic? second = null, dynamic? third = null, params object?[] others)")
            .Indented($"=> throw new global::System.InvalidOperationException({Literals.String(error)});");
    }
}
