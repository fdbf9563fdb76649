using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the file of a model class.</summary>
internal static class ModelClassEmitter
{
    public static SourceWriter Emit(ClassModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var declaration = model.Declaration;
        var writer = GeneratedCode.Begin();
        if (declaration.Namespace.Length > 0) writer.Line($"namespace {declaration.Namespace};").Gap();
        foreach (var header in declaration.ContainingTypes) writer.Open(header);
        if (model.Body is { } body) Class(writer, model, body, declaration.Header, isUsers: !declaration.IsComplete);
        else StubEmitter.Emit(writer, model);
        for (var depth = 0; depth < declaration.ContainingTypes.Count; depth++) writer.Close();
        ServiceCollectionEmitter.Emit(writer, declaration);
        return writer;
    }

    /// <param name="writer">Takes the class.</param>
    /// <param name="model">The class.</param>
    /// <param name="body">What is in it.</param>
    /// <param name="kind">What stands in front of the class's name.</param>
    /// <param name="isUsers">Whether the user declared it.</param>
    public static void Class(SourceWriter writer, ClassModel model, ClassBody body, string kind, bool isUsers)
    {
        var declaration = model.Declaration;
        var members = MemberNames.Of(declaration);
        var site = CallSite.Of(body, members);
        if (model.Error is { } error)
        {
            Documentation.Element(writer, "summary", $"Has an error: {Literals.XmlText(error)}");
        }
        else
        {
            Describe(writer, model, body);
            InferredEmitter.Emit(writer, body);
        }

        // the class that the user declared is the user's: what is said of all of it would hold for their part too
        if (!isUsers) writer.Line(GeneratedCode.Attribute);
        writer.Open($"{kind} {Literals.Identifier(declaration.Name)}");
        DescriptorEmitter.Emit(writer, model, body, members);
        ConstructorEmitter.Emit(writer, declaration, body, members);
        foreach (var operation in body.Operations)
        {
            if (declaration.Members.Contains(operation.Name)) continue;
            if (operation.Kind != OperationKind.Create) OperationEmitter.Emit(writer, operation, site);
            else CreateEmitter.Emit(writer, operation, body, members);
            if (operation.Kind == OperationKind.Create) SetEmitter.Emit(writer, operation, body, members, declaration.Members);
            if (operation.Kind == OperationKind.Create) InstanceEmitter.Emit(writer, operation, body, members, declaration.Members);
        }

        ApiEmitter.Emit(writer, model.Api, [declaration.Name, .. declaration.Members, members.Descriptor, members.Field, members.Client, .. body.Operations.Select(operation => operation.Name)]);
        writer.Close();
    }

    private static void Describe(SourceWriter writer, ClassModel model, ClassBody body)
    {
        var create = body.Find(OperationKind.Create)!;
        Documentation.Element(writer, "summary", $"The resource at {Code(create.Path)} of {Code(model.DocumentName)}.");
        Documentation.Remarks(writer, FactsDocumentation.Paragraphs(body));
    }

    private static string Code(string text) => $"<c>{Literals.XmlText(text)}</c>";
}
