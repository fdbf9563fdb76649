using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Emit;

/// <summary>The report of what was inferred: a file of comments, where the project asks for it.</summary>
[Trait("Feature", "L2")]
public sealed class ReportTests
{
    private const string Name = "Semel.Report.g.cs";

    private static readonly string Shop = File.ReadAllText(Path.Combine(TestFolder.Path, "Golden", "Documents", "shop.yaml"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void ProjectThatDoesNotAsk_GetsNone(string? value) => Assert.DoesNotContain(Name, Files(value, Shop).Keys);

    [Fact]
    public void ProjectThatAsks_GetsResourcesGuaranteesAndReasons_AndWhatWasLeftOut()
    {
        var report = Files("true", Shop)[Name].Split('\n');

        Assert.Contains("// ### Shelves", report);
        Assert.Contains("// | Create | `POST /v1/shelves` |  |  |", report);
        Assert.Contains("// | Guarantee | `UniqueName` |  | The create answers 409 for a name that is taken. |", report);
        Assert.Contains("// | Read | `GET /v1/shelves/{shelf_id}` | usual | one parameter behind the collection |", report);
        Assert.Contains("// | Key | `name` | usual | the request's name |", report);
        Assert.Contains(report, line => line.StartsWith("// - SEM2010, shop.yaml line 20: POST /v1/shelves/{shelf_id}/actions ", StringComparison.Ordinal) && line.EndsWith(": it is an action", StringComparison.Ordinal));
    }

    [Fact]
    public void OneResource_IsInItToo() =>
        Assert.Contains("## MyApp.Shelves: `shop.yaml`", Files("true", Shop, "[ExtensionModel(\"shop.yaml\", \"/v1/shelves\")] public sealed partial class Shelves;")[Name], StringComparison.Ordinal);

    [Theory]
    [InlineData("*/ class Evil {} /*")]
    [InlineData("a\\u2028class Evil {}")]
    [InlineData("a\\nclass Evil {}")]
    [InlineData("a\\u0085class Evil {}")]
    [InlineData("a\\rclass Evil {}")]
    public void TextOfADocument_StaysInItsComment(string hostile)
    {
        var report = Files("true", Shop.Replace("name: { type: string }", "\"" + hostile + "name\": { type: string, format: password }", StringComparison.Ordinal))[Name];

        Assert.Contains("Evil", report, StringComparison.Ordinal);
        var tree = CSharpSyntaxTree.ParseText(report, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(tree.GetRoot(TestContext.Current.CancellationToken).ChildNodes());
        Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
    }

    private static Dictionary<string, string> Files(string? property, string document, string declaration = "[ExtensionModel(\"shop.yaml\")] public sealed partial class Shop;")
    {
        var project = TestProject.Compilation("using Semel;\nnamespace MyApp;\n/// <summary>The user's.</summary>\n" + declaration);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SemelGenerator().AsSourceGenerator()], [new MemoryText("/repo/shop.yaml", document)], (CSharpParseOptions)project.SyntaxTrees[0].Options, new Options(property));
        driver = driver.RunGeneratorsAndUpdateCompilation(project, out var output, out _, TestContext.Current.CancellationToken);
        Assert.Empty(TestProject.Problems(output));
        return driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
    }

    private sealed class Options(string? report) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(report);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(null);
    }

    private sealed class Values(string? report) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            var isSet = key == "build_property.SemelReport" && report is not null;
            value = isSet ? report! : "";
            return isSet;
        }
    }
}
