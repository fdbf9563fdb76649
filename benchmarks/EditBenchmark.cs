using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;

namespace Semel.Benchmarks;

/// <summary>What edits cost while the driver lives, with the whole document selected: of unrelated C#, of one schema, of a document four times as large, of YAML beside JSON.</summary>
internal static class EditBenchmark
{
    private const int Files = 300;
    private const int LargeBytes = 13_000_000;
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);
    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path))];

    public static int Run(string document)
    {
        var text = File.ReadAllText(document);
        var tree = JsonNode.Parse(text)!.AsObject();
        Console.WriteLine($"| {Path.GetFileName(document)}, the whole of it selected | ms | MB allocated |\n|---|--:|--:|");
        Unrelated("an edit of unrelated C#, 300 files", new SemelGenerator(), text);
        Unrelated("the same, a generator that only looks for the attribute", new FloorGenerator(), text);
        Edit("the document edited: one description", "api.json", text, Described(tree));
        Edit("the same as YAML (its JSON read as flow style)", "api.yaml", text, Described(tree));
        var large = Grown(tree, text.Length);
        Edit($"a document of {large.ToJsonString().Length / 1e6:F0} MB edited: one description", "api.json", large.ToJsonString(), Described(large));
        return 0;
    }

    private static void Unrelated(string what, IIncrementalGenerator generator, string text)
    {
        var trees = new List<SyntaxTree> { Declaration("api.json") };
        for (var file = 0; file < Files; file++) trees.Add(Generation.Unrelated(file, "return 1;"));
        Compilation compilation = CSharpCompilation.Create("Consumer", trees, References, new(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], [new Document("api.json", text)], Parse).RunGenerators(compilation);
        var number = 0;
        Measure(what, 201, () =>
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), Generation.Unrelated(Files - 1, $"return {number++};"));
            return () => driver = driver.RunGenerators(compilation);
        });
    }

    private static void Edit(string what, string name, string text, string edited)
    {
        var compilation = CSharpCompilation.Create("Consumer", [Declaration(name)], References, new(OutputKind.DynamicallyLinkedLibrary));
        var (one, other) = (text, edited);
        AdditionalText current = new Document(name, one);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], [current], Parse).RunGenerators(compilation);
        Measure(what, 5, () =>
        {
            (one, other) = (other, one);
            var next = new Document(name, one);
            driver = driver.ReplaceAdditionalText(current, next);
            current = next;
            return () => driver = driver.RunGenerators(compilation);
        });
    }

    private static void Measure(string what, int times, Func<Action> prepare)
    {
        var (elapsed, allocated) = (new List<double>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            var run = prepare();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            run();
            elapsed.Add(watch.Elapsed.TotalMilliseconds);
            allocated.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6);
        }

        elapsed.Sort();
        allocated.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {elapsed[times / 2]:F2} | {allocated[times / 2]:F1} |"));
    }

    private static SyntaxTree Declaration(string name) => CSharpSyntaxTree.ParseText($"[Semel.ExtensionModel(\"{name}\")] public sealed partial class Whole;", Parse);

    private static string Described(JsonObject tree)
    {
        var edited = tree.DeepClone().AsObject();
        var item = edited["paths"]!.AsObject().First(path => path.Value?["post"] is not null).Value!["post"]!.AsObject();
        item["description"] = "Edited.";
        return edited.ToJsonString();
    }

    /// <summary>Its paths and schemas again and again under other names, until it is as large as that.</summary>
    private static JsonObject Grown(JsonObject tree, int length)
    {
        var grown = tree.DeepClone().AsObject();
        for (var copy = 1; copy <= LargeBytes / length; copy++)
        {
            foreach (var (path, item) in tree["paths"]!.AsObject()) grown["paths"]!["/copy" + copy + path] = item!.DeepClone();
        }

        return grown;
    }

    private sealed class Document(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
