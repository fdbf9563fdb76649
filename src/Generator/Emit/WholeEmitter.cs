using Semel.Generator.Declarations;

namespace Semel.Generator.Emit;

/// <summary>Writes the file of a whole document's class: a property and a class for each resource and each group of other operations.</summary>
internal static class WholeEmitter
{
    public static SourceWriter Emit(WholeModel model, CancellationToken cancellationToken)
    {
        var declaration = model.Declaration;
        var writer = GeneratedCode.Begin();
        if (declaration.Namespace.Length > 0) writer.Line($"namespace {declaration.Namespace};").Gap();
        foreach (var header in declaration.ContainingTypes) writer.Open(header);
        Documentation.Element(writer, "summary", model.Error is { } error ? $"Has an error: {Literals.XmlText(error)}" : $"The operations of <c>{Literals.XmlText(model.DocumentName)}</c>.");
        if (declaration.IsComplete) writer.Line(GeneratedCode.Attribute);
        writer.Open($"{declaration.Header} {Literals.Identifier(declaration.Name)}");
        var (http, semel) = Constructor(writer, declaration, model.Resources.Count + model.Groups.Count > 0);
        foreach (var resource in model.Resources) Property(writer, resource, http, semel);
        foreach (var group in model.Groups) GroupEmitter.Property(writer, group, http, semel);
        foreach (var resource in model.Resources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Gap();
            ModelClassEmitter.Class(writer, resource, resource.Body!, "public sealed class", isUsers: false);
        }

        foreach (var group in model.Groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            GroupEmitter.Class(writer, group);
        }

        var names = model.Resources.Select(resource => resource.Declaration).Concat(model.Groups.Select(group => group.Declaration)).SelectMany(inner => new[] { inner.Property!, inner.Name });
        ApiEmitter.Emit(writer, model.Api, [declaration.Name, .. declaration.Members, .. names]);
        writer.Close();
        for (var depth = 0; depth < declaration.ContainingTypes.Count; depth++) writer.Close();
        ServiceCollectionEmitter.Emit(writer, declaration);
        return writer;
    }

    /// <summary>The expressions of the client and of the context.</summary>
    private static (string Http, string Semel) Constructor(SourceWriter writer, ModelDeclaration declaration, bool isUsed)
    {
        var constructor = declaration.Constructor;
        var names = MemberNames.OfWhole(declaration);
        if (!constructor.Emit)
        {
            // else the compiler warns of parameters that nothing reads
            if (!isUsed && constructor is { HttpClient: { } http, Context: { } context }) writer.Line($"private object {names.Http} => ({http}, {context});");
            return (constructor.HttpClient ?? "null!", constructor.Context ?? "null!");
        }

        if (isUsed)
        {
            writer
                .Line($"private readonly global::System.Net.Http.HttpClient {names.Http};")
                .Line($"private readonly global::Semel.SemelContext {names.Context};");
        }

        ConstructorEmitter.Describe(writer);
        writer.Line($"public {Literals.Identifier(declaration.Name)}({ConstructorEmitter.Parameters})");
        if (isUsed) writer.Indented($"=> ({names.Http}, {names.Context}) = (http, semel);");
        else writer.Line("{").Line("}");
        return (names.Http, names.Context);
    }

    private static void Property(SourceWriter writer, ClassModel resource, string http, string semel)
    {
        var declaration = resource.Declaration;
        writer.Gap();
        Documentation.Element(writer, "summary", $"The resource at <c>{Literals.XmlText(declaration.Path)}</c>.");
        writer.Line($"public {declaration.Name} {declaration.Property} => new({http}, {semel});");
    }
}
