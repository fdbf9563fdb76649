using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Semel.Corpus.Tests.Models;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Documents;
using Semel.Generator.Emit;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Files;

/// <summary>A document of 2,900 files is the same to the generator as the one file that a bundler made of it.</summary>
[Trait("Feature", "L1")]
public sealed class TreeTests(ITestOutputHelper output)
{
    private const string Bundle = "digitalocean/bundled.json";
    private const string Tree = "digitalocean/specification/DigitalOcean-public.v2.yaml";

    /// <summary>The bundler numbered the schemas of two files that are called the same: <c>version-2</c>. In the tree each is alone in its selection. A hash in a name is of the place.</summary>
    private static readonly string[] Renumbered = ["/v2/databases", "/v2/nfs", "/v2/nfs/shares/{share_id}/access_points", "/v2/gen-ai/model_evaluation_runs"];

    [Fact]
    public void EveryResourceOfTheTree_IsWrittenAsThatOfTheBundle()
    {
        var bundle = new DocumentFiles(Read(Require(Bundle)));
        var paths = bundle.Root.Root["paths"]!.Entries.Where(entry => entry.Value["post"] is not null).Select(entry => entry.Key).ToList();
        var different = paths.Where(path => Emit(path, bundle) != Emit(path, DocumentTree.Open(Require(Tree)))).ToList();

        Assert.Equal(142, paths.Count);
        Assert.Equal(Renumbered, different);
        Assert.All(different, path => Assert.Equal(Unnumbered(Emit(path, bundle)), Unnumbered(Emit(path, DocumentTree.Open(Require(Tree))))));

        static string Unnumbered(string text) => string.Join('\n', Regex.Replace(text, "(Version|NfsAction|RunListStatus)(2|Value|_[0-9a-f]{4})", "$1").Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneResource_OpensWhatItReaches_AndCompilesClean()
    {
        var selector = new Selector(Require(Tree));
        var result = selector.Select("/v2/droplets");
        output.WriteLine($"{selector.Texts.Count(text => text.IsOpened)} of {selector.Texts.Count} files opened");

        Assert.False(result.HasError, string.Join("\n", result.Diagnostics));
        Assert.Empty(result.Problems);
        Assert.InRange(selector.Texts.Count(text => text.IsOpened), 50, 250);
        Assert.True(selector.Texts.Count > 2900);
    }

    /// <summary>What is written for a resource that is selected alone, and what is said of it.</summary>
    private static string Emit(string path, DocumentFiles files)
    {
        var declaration = new ModelDeclaration("App", "Selected", "public", [], "api", path, new(null, null, null, null, null, null, null, null), new(true, null, null), [], new("", default, default));
        var model = ResourceBinder.Bind(declaration, files, CancellationToken.None) with { DocumentName = "api" };
        var linked = DocumentLinker.Link([new BoundResource("api", model)], CancellationToken.None);
        IEnumerable<string> written =
        [
            .. linked.Documents.Select(document => DocumentEmitter.Emit(document, default).ToString()),
            .. linked.Classes.Select(type => ModelClassEmitter.Emit(type, default).ToString()),
            .. model.Diagnostics.Select(diagnostic => diagnostic.Message),
        ];
        return string.Join('\n', written);
    }

    private static string Require(string document) => Path.Combine(SpecsFolder.Require(), document);

    private static SpecDocument Read(string file) => SpecReader.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None);
}
