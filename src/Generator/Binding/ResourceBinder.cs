using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding;

/// <summary>A declaration and its document make a resource model. Only what the declared path reaches is read.</summary>
internal static class ResourceBinder
{
    public static ResourceModel Bind(ModelDeclaration declaration, SpecDocument document, CancellationToken cancellationToken)
    {
        var context = new BindingContext(declaration, document, cancellationToken);
        var model = DocumentCheck.Accepts(document, context.Diagnostics) ? Bind(context) : null;
        // a document is read as far as it is asked for, so what is wrong with it is known now
        var errors = document.Errors;
        // what else seems wrong follows from the text that could not be read
        var diagnostics = errors.Count > 0 ? errors.ToEquatableArray() : context.Diagnostics.ToArray();
        return model is null || diagnostics.Any(diagnostic => diagnostic.IsError)
            ? new ResourceModel(declaration, context.DocumentName, Facts: null, [], [], diagnostics)
            : model with { Diagnostics = diagnostics };
    }

    private static ResourceModel? Bind(BindingContext context)
    {
        if (!context.Paths.Contains(context.Path))
        {
            context.Diagnostics.Add(
                DiagnosticCatalogue.PathNotFound, context.Declaration.Location, context.DocumentName, context.Path,
                Nearest.Suggestion(Nearest.To(context.Path, context.Paths.All)));
            return null;
        }

        var reader = new OperationReader(context.References, context.Dialect);
        var operations = PathsOf(context).SelectMany(path => reader.Read(path.Path, path.Item)).ToList();
        if (Create(context, operations) is not { } create) return null;
        if (new OperationsInference(context, operations).Find(create) is not { } own) return null;
        if (new IdInference(context, own).Find() is not { } id) return null;
        own = own with { ReplyIsResource = ReplyRule.IsResource(own, id) };
        var resource = ResourceSchemaRule.Find(own, context.Path);
        var (facts, paging, isListUsed) = new FactsInference(context, own, resource, id).Find();
        return new ModelAssembly(context, own with { List = isListUsed ? own.List : null }, resource, paging).Assemble(facts, operations);
    }

    private static IEnumerable<(string Path, Located Item)> PathsOf(BindingContext context)
    {
        var paths = context.Paths.AtAndUnder(context.Collection);
        return SingularPathRule.Find(context.Collection, context.Name, context.Paths) is { } item ? paths.Concat(context.Paths.AtAndUnder(item)) : paths;
    }

    private static SpecOperation? Create(BindingContext context, List<SpecOperation> operations)
    {
        var create = operations.Find(operation => operation.Path == context.Path && operation.Method == "POST");
        if (create is null)
        {
            var others = operations.Where(operation => operation.Method == "POST").Select(operation => operation.Path).Distinct().Take(3).ToList();
            context.Diagnostics.Add(DiagnosticCatalogue.NoCreateOperation, context.Declaration.Location, context.DocumentName, context.Path, Nearest.Suggestion(others));
        }
        else if (create.Problem is { } problem)
        {
            context.Diagnostics.Add(DiagnosticCatalogue.CreateUnusable, create.KeyLocation, context.Path, problem);
            return null;
        }

        return create;
    }
}
