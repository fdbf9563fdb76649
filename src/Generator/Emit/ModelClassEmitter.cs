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
        if (model.Body is { } body) Class(writer, model, body);
        else StubEmitter.Emit(writer, model);
        for (var depth = 0; depth < declaration.ContainingTypes.Count; depth++) writer.Close();
        ServiceCollectionEmitter.Emit(writer, declaration);
        return writer;
    }

    private static void Class(SourceWriter writer, ClassModel model, ClassBody body)
    {
        var declaration = model.Declaration;
        var members = MemberNames.Of(declaration);
        Describe(writer, model, body);
        writer.Line(GeneratedCode.Attribute).Open($"partial class {Literals.Identifier(declaration.Name)}");
        DescriptorEmitter.Emit(writer, model, body, members);
        ConstructorEmitter.Emit(writer, declaration, body, members);
        foreach (var operation in body.Operations)
        {
            if (declaration.Members.Contains(operation.Name)) continue;
            if (operation.Kind == OperationKind.Create) CreateEmitter.Emit(writer, operation, body, members, declaration.Members);
            else OperationEmitter.Emit(writer, operation, body, members);
        }

        writer.Close();
    }

    private static void Describe(SourceWriter writer, ClassModel model, ClassBody body)
    {
        var create = body.Find(OperationKind.Create)!;
        Documentation.Element(writer, "summary", $"The resource at {Code(create.Path)} of {Code(model.DocumentName)}.");
        Documentation.Remarks(writer, [Guarantee(body.Facts), Facts(body)]);
    }

    private static string Guarantee(ResourceFacts facts)
    {
        var reason = Documentation.Paragraphs(facts.GuaranteeReason);
        return $"Guarantee: {Code(facts.Guarantee)}. {string.Join(" ", reason)}".TrimEnd();
    }

    private static string Facts(ClassBody body)
    {
        var facts = body.Facts;
        List<string> sentences =
        [
            facts.NaturalKey is { } key ? $"Instance: the request's {Code(key)}." : "Instance: named by every create.",
            facts.IdInReply is { } created ? $"Id: {Code(facts.Id)}, {Code(created)} in the create's reply." : $"Id: {Code(facts.Id)}.",
        ];
        foreach (var kind in new[] { OperationKind.Read, OperationKind.List, OperationKind.Update, OperationKind.Delete })
        {
            if (body.Find(kind) is { } operation) sentences.Add($"{kind}: {Code(operation.Method + " " + operation.Path)}.");
        }

        if (facts.Marker is { } marker) sentences.Add($"Marker: {Code(marker.Property)}.");
        if (facts.Gone is { } gone) sentences.Add($"Gone: where {Code(gone.Property)} is {string.Join(" or ", gone.Values.Select(Code))}.");
        if (facts.Secrets.Count > 0) sentences.Add($"Never recorded: {string.Join(", ", facts.Secrets.Select(Code))}.");
        return string.Join(" ", sentences);
    }

    private static string Code(string text) => $"<c>{Literals.XmlText(text)}</c>";
}
