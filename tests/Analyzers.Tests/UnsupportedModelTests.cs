using System.Globalization;
using Semel.Analyzers.Declarations;

namespace Semel.Analyzers.Tests;

[Trait("Feature", "K11")]
public sealed class UnsupportedModelTests
{
    private static readonly UnsupportedModelAnalyzer Analyzer = new();

    [Theory]
    [InlineData("static partial class M", "static")]
    [InlineData("abstract partial class M", "abstract")]
    [InlineData("partial class M<T>", "generic")]
    [InlineData("partial record M", "a record")]
    [InlineData("file partial class M", "local to its file")]
    public async Task KindThatCannotBeCompleted_IsAnErrorThatSaysWhatToWrite(string header, string reason)
    {
        var diagnostic = Assert.Single(await AnalyzerTest.DiagnosticsAsync(Analyzer, $$"""[Semel.ExtensionModel("a.yaml", "/a")] {{header}} { }"""));
        Assert.Equal("SEM1008", diagnostic.Id);
        Assert.Equal(
            $"'M' is {reason}, which cannot be a model; write 'public sealed partial class M' without type parameters",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""[Semel.ExtensionModel("a.yaml", "/a")] public sealed partial class M;""")]
    [InlineData("""[Semel.ExtensionModel("a.yaml", "/a")] internal partial class M(int count) { public int Count => count; }""")]
    [InlineData("""public partial class Outer<T> { [Semel.ExtensionModel("a.yaml", "/a")] private partial class M; }""")]
    [InlineData("public static class Other;")]
    public async Task OrdinaryClasses_AreFine(string source) => Assert.Empty(await AnalyzerTest.DiagnosticsAsync(Analyzer, source));
}
