namespace Semel.Generator.Emit;

/// <summary>Writes a group of operations of a whole document: a property of its class, and a class inside it.</summary>
internal static class GroupEmitter
{
    private const string Field = "_api";
    private const string Errors = "DocumentedErrors";

    public static void Property(SourceWriter writer, GroupModel group, string http, string semel)
    {
        var declaration = group.Declaration;
        writer.Gap();
        Documentation.Element(writer, "summary", Summary(group));
        writer.Line($"public {declaration.Name} {declaration.Property} => new(new({http}, {semel}{(ErrorModels.Of(group.Operations) is null ? "" : $", {declaration.Name}.{Errors}")}));");
    }

    public static void Class(SourceWriter writer, GroupModel group)
    {
        var name = group.Declaration.Name;
        writer.Gap();
        Documentation.Element(writer, "summary", Summary(group));
        writer.Line(GeneratedCode.Attribute).Open($"public sealed class {name}");
        if (ErrorModels.Of(group.Operations) is { } errors) writer.Line($"internal static readonly global::Semel.ErrorModel[] {Errors} = {errors};").Gap();
        writer.Line($"private readonly global::Semel.ApiClient {Field};").Gap();
        writer.Line($"internal {name}(global::Semel.ApiClient api) => {Field} = api;");
        foreach (var operation in group.Operations) OperationEmitter.Emit(writer, operation, new CallSite(Field));
        writer.Close();
    }

    private static string Summary(GroupModel group) =>
        $"{group.Operations.Count} {(group.Operations.Count == 1 ? "operation" : "operations")}, the first at <c>{Literals.XmlText(group.Operations[0].Path)}</c>. Each is sent once and never repeated.";
}
