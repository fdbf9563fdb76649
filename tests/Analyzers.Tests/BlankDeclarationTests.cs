using Semel.Analyzers.Declarations;

namespace Semel.Analyzers.Tests;

[Trait("Feature", "K11")]
public sealed class BlankDeclarationTests
{
    private static readonly BlankDeclarationAnalyzer Analyzer = new();

    [Theory]
    [InlineData("\"\", \"/a\"", new[] { "\"\"" })]
    [InlineData("\"a.yaml\", \" \"", new[] { "\" \"" })]
    [InlineData("null!, null!", new[] { "null!", "null!" })]
    [InlineData("path: \"\", document: \"a.yaml\"", new[] { "path: \"\"" })]
    public async Task BlankArgument_IsAnErrorAtTheArgument(string arguments, string[] underlined) => Assert.Equal(
        underlined, await AnalyzerTest.UnderlinedAsync(Analyzer, $"[Semel.ExtensionModel({arguments})] public sealed partial class M;"));

    [Theory]
    [InlineData("\"a.yaml\", \"/a\"")]
    [InlineData("\"a.yaml\", \"/a\", Key = \"\"")]
    public async Task FilledArguments_AreFine(string arguments) => Assert.Empty(
        await AnalyzerTest.DiagnosticsAsync(Analyzer, $"[Semel.ExtensionModel({arguments})] public sealed partial class M;"));
}
