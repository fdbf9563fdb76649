using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Whole;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding;

/// <summary>A declaration and its document make a resource model. Only what the declared path reaches is read.</summary>
internal static class ResourceBinder
{
    /// <summary>Binds to a document that is alone.</summary>
    public static ResourceModel Bind(ModelDeclaration declaration, SpecDocument document, CancellationToken cancellationToken) =>
        Bind(declaration, new DocumentFiles(document), cancellationToken);

    public static ResourceModel Bind(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken)
    {
        if (declaration.IsWhole) return WholeBinder.Bind(declaration, files, cancellationToken);
        var context = new BindingContext(declaration, files, cancellationToken);
        var model = DocumentCheck.Accepts(files.Root, context.Diagnostics) ? Bind(context) : null;
        // a document is read as far as it is asked for, so what is wrong with it is known now
        var errors = files.Errors;
        // what else seems wrong follows from the text that could not be read
        var diagnostics = errors.Count > 0 ? errors.ToEquatableArray() : context.Diagnostics.ToArray();
        return model is null || diagnostics.Any(diagnostic => diagnostic.IsError)
            ? new ResourceModel(declaration, context.DocumentName, Facts: null, [], [], diagnostics)
            : model with { Diagnostics = diagnostics };
    }

    private static ResourceModel? Bind(BindingContext context)
    {
        var declared = context.Declaration.Path;
        if (!context.Paths.Contains(declared))
        {
            context.Diagnostics.Add(
                DiagnosticCatalogue.PathNotFound, context.Declaration.Location, context.DocumentName, declared,
                Nearest.Suggestion(Nearest.To(declared, context.Paths.All)));
            return null;
        }

        var operations = PathsOf(context).SelectMany(path => context.Operations.Read(path.Path, path.Item)).ToList();
        if (CreateOperation.Find(context, operations) is not { } create) return null;
        if (new OperationsInference(context, operations).Find(create) is not { } own) return null;
        if (new IdInference(context, own).Find() is not { } id) return null;
        own = own with { ReplyIsResource = own.ReplyIsResource && ReplyRule.IsResource(own, id) };
        var resource = ResourceSchemaRule.Find(own, declared);
        var (facts, paging, isListUsed) = new FactsInference(context, own, resource, id).Find();
        return new ModelAssembly(context, own with { List = isListUsed ? own.List : null }, resource, paging).Assemble(facts, operations);
    }

    private static IEnumerable<(string Path, Located Item)> PathsOf(BindingContext context)
    {
        var paths = context.Paths.AtAndUnder(context.Collection);
        return SingularPathRule.Find(context.Collection, context.Name, context.Paths) is { } item ? paths.Concat(context.Paths.AtAndUnder(item)) : paths;
    }
}
