using Semel.Corpus.Tests.Files;
using Semel.Generator.Binding;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Models;

/// <summary>How many operations of the real documents are methods of the class that selects the whole document.</summary>
[Trait("Feature", "L1")]
public sealed class OperationCountTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    [Fact]
    public void EveryOperation_IsAMethod_OrIsLeftOutWithItsReason()
    {
        var (operations, written, leftOut) = (0, 0, 0);
        foreach (var document in Corpus.Documents())
        {
            var files = DocumentTree.Open(Path.Combine(SpecsFolder.Require(), document));
            var all = All(files);
            var model = ResourceBinder.Bind(Whole, files, TestContext.Current.CancellationToken);
            var methods = model.Resources.Concat(model.Groups).SelectMany(resource => resource.Operations).Select(operation => (operation.Kind, Name: $"{operation.Method} {operation.Path}")).ToList();
            // two resources may be read at one path: /files/upload_sessions/{id} is where those of /files/{file_id}/upload_sessions are too
            var shared = methods.Where(operation => operation.Kind != OperationKind.Other).GroupBy(operation => operation.Name).SelectMany(same => same.Skip(1)).Select(operation => operation.Name).ToList();
            var bound = methods.Select(operation => operation.Name).ToList();
            foreach (var operation in shared) bound.Remove(operation);
            var reasons = model.Diagnostics.Concat(model.Resources.SelectMany(resource => resource.Diagnostics)).Where(diagnostic => diagnostic.Id == "SEM2005").Select(diagnostic => diagnostic.Text).Distinct().ToList();
            foreach (var reason in reasons) output.WriteLine($"{document}: {reason}");

            Assert.Empty(bound.GroupBy(operation => operation).Where(same => same.Count() > 1).Select(same => $"{document}: {same.Key} is there {same.Count()} times"));
            Assert.Empty(all.Except(bound).Where(operation => !reasons.Exists(reason => reason.StartsWith(operation + " is left out: ", StringComparison.Ordinal))).Select(operation => $"{document}: {operation}"));
            (operations, written, leftOut) = (operations + all.Count, written + bound.Count, leftOut + all.Except(bound).Count());
        }

        output.WriteLine($"{operations} operations, {written} methods, {leftOut} left out");
        Assert.Equal((operations, 1), (written + leftOut, leftOut));
    }

    private static ModelDeclaration Whole { get; } =
        new("App", "Whole", "public", [], "api", "", new(null, null, null, null, null, null, null, null), new(true, null, null), [], new("", default, default)) { IsWhole = true };

    private static List<string> All(DocumentFiles files)
    {
        var references = new References(new DocumentReading(files), new DiagnosticBag());
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
