using System.Globalization;
using Microsoft.CodeAnalysis;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Pipeline;

/// <summary>Which document a declaration names.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("api.yaml")]
    [InlineData("API.YAML")]
    [InlineData("v2/api.yaml")]
    [InlineData("v2\\\\api.yaml")]
    [InlineData("./v2/api.yaml")]
    public void NameOrTrailingFolders_FindTheDocument(string document)
    {
        var run = Run.Of(Declare(document), [new MemoryText("/repo/v2/api.yaml", "Thing"), new MemoryText("/repo/v2/my-api.yaml", "Other"), new MemoryText("/repo/api.yaml.txt", "Other")]);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("class Thing", run.Files["api.yaml.Models.g.cs"], StringComparison.Ordinal);
        Assert.Empty(TestProject.Problems(run.Output));
    }

    [Fact]
    public void UnknownDocument_IsAnErrorAtTheAttribute_ThatNamesTheNearest()
    {
        var run = Run.Of(Declare("digitalocean.yml"), [new MemoryText("/repo/digitalocean.yaml", "Thing"), new MemoryText("/repo/z.json", "Thing"), new MemoryText("C:\\repo\\zz.json", "Thing"), new MemoryText("/repo/readme.md", "x")]);
        var error = Assert.Single(run.Diagnostics);
        Assert.Equal(
            "'digitalocean.yml' is not among this project's AdditionalFiles; add <AdditionalFiles Include=\"digitalocean.yml\" /> to the project; there is 'digitalocean.yaml', 'z.json', 'zz.json'",
            error.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(("SEM1002", 2), (error.Id, error.Location.GetLineSpan().StartLinePosition.Line));
        Assert.EndsWith("Source0.cs", error.Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Fact]
    public void NameOfSeveralDocuments_IsAnError_WithoutTheMachinesPaths()
    {
        var run = Run.Of(Declare("api.yaml"), [new MemoryText("/home/me/repo/v1/api.yaml", "Thing"), new MemoryText("/home/me/repo/v2/api.yaml", "Thing")]);
        var error = Assert.Single(run.Diagnostics);
        Assert.Equal("SEM1003", error.Id);
        Assert.Contains("'v1/api.yaml', 'v2/api.yaml'", error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain("/home", error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_EmitsAStub_SoThatUsesDoNotDrownIt()
    {
        const string use = "class Use { async System.Threading.Tasks.Task Go() { var made = await new MyApp.Things(new(), null!).CreateAsync(1, \"x\"); _ = made.Outcome; } }";
        var run = Run.Of(Declare("missing.yaml"), []);
        run.Edit(compilation => compilation.AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(use, (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)compilation.SyntaxTrees[0].Options)));
        Assert.Empty(TestProject.Problems(run.Output));
        Assert.Contains("InvalidOperationException(\"SEM1002: ", run.Files["MyApp.Things.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void BlankDocument_IsLeftToTheAnalyzer()
    {
        var run = Run.Of(Declare(" "), [new MemoryText("/repo/a.yaml", "Thing")]);
        Assert.Empty(run.Diagnostics);
        Assert.Contains("MyApp.Things.g.cs", run.Files.Keys);
    }

    private static string Declare(string document) => $$"""
        using Semel;
        namespace MyApp;
        [ExtensionModel("{{document}}", "/things")]
        internal sealed partial class Things;
        """;
}
