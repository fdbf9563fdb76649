using Semel.Corpus.Tests.Files;
using Semel.Generator.Binding;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Models;

/// <summary>How many operations of the real documents are methods of the class that selects the whole document.</summary>
[Trait("Feature", "L1")]
public sealed class OperationCountTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    [Fact]
    public void EveryOperation_IsAMethod_OrIsLeftOutWithItsReason()
    {
        var (operations, methods, leftOut) = (0, 0, 0);
        foreach (var document in Corpus.Documents())
        {
            var files = DocumentTree.Open(Path.Combine(SpecsFolder.Require(), document));
            var all = All(files);
            var declaration = new ModelDeclaration("App", "Whole", "public", [], "api", "", new(null, null, null, null, null, null, null, null), new(true, null, null), [], new("", default, default)) { IsWhole = true };
            var model = ResourceBinder.Bind(declaration, files, TestContext.Current.CancellationToken);
            var bound = model.Resources.Concat(model.Groups).SelectMany(resource => resource.Operations).Select(operation => $"{operation.Method} {operation.Path}").ToList();
            foreach (var diagnostic in model.Diagnostics.Concat(model.Resources.SelectMany(resource => resource.Diagnostics)).Where(diagnostic => diagnostic.Id == "SEM2005").Distinct()) output.WriteLine("  " + diagnostic.Text);
            output.WriteLine($"{document}: {all.Count} operations, {bound.Distinct().Count()} methods, {bound.Count - bound.Distinct().Count()} twice");
            operations += all.Count;
            methods += bound.Distinct().Count();
        }

        output.WriteLine($"{operations} operations, {methods} methods, {leftOut} left out");
    }

    private static List<string> All(DocumentFiles files)
    {
        var references = new References(files, new DiagnosticBag());
        var paths = new PathTable(files.Root, references);
        return
        [
            .. from path in paths.All
               let item = references.Resolve(paths.Item(path)!)
               where item is not null
               from entry in item.Node.Members()
               where Methods.Contains(entry.Key) && entry.Value.Kind == NodeKind.Map
               select $"{entry.Key.ToUpperInvariant()} {path}",
        ];
    }
}
