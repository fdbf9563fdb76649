using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Labels;

/// <summary>What whole-document inference says of one resource, in the words of a label.</summary>
internal static class Inferred
{
    private static readonly DeclaredOverrides None = new(null, null, null, null, null, null, null, null);

    public static ResourceModel Whole(string file)
    {
        var declaration = new ModelDeclaration("App", "Whole", "public", [], Path.GetFileName(file), "", None, new ConstructorModel(true, null, null), [], new LocationInfo("Whole.cs", default, default))
        { IsWhole = true };
        return ResourceBinder.Bind(declaration, new DocumentFiles(Models.Corpus.Read(file)), TestContext.Current.CancellationToken);
    }

    public static IReadOnlyList<Label> Of(ResourceModel whole) => [.. whole.Resources.Select(Resource)];

    private static Label Resource(ResourceModel model)
    {
        var create = Find(model, OperationKind.Create)!;
        var id = model.Facts!.IdInReply ?? model.Facts.Id;
        return new(
            Name(create)!, Name(Find(model, OperationKind.Read)), model.Facts.List?.Operation, Name(Find(model, OperationKind.Update)), Name(Find(model, OperationKind.Delete)),
            !model.Facts.IdIsDescribed ? null : create.ResponseEnvelope is { } envelope ? envelope + "." + id : id,
            model.Facts.IdParameter, model.Facts.List is { } list ? list.Items ?? "$" : null,
            model.Facts.NaturalKey, model.Facts.IdempotencyKey?.Name, Counts: true);
    }

    private static OperationModel? Find(ResourceModel model, OperationKind kind) => model.Operations.FirstOrDefault(operation => operation.Kind == kind);

    private static string? Name(OperationModel? operation) => operation is null ? null : operation.Method + " " + operation.Path;
}
