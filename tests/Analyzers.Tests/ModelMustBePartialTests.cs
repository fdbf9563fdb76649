using Semel.Analyzers.CodeFixes;
using Semel.Analyzers.Declarations;

namespace Semel.Analyzers.Tests;

[Trait("Feature", "K11")]
public sealed class ModelMustBePartialTests
{
    private static readonly ModelMustBePartialAnalyzer Analyzer = new();
    private static readonly MakePartialCodeFix Fix = new();

    [Fact]
    public async Task ClassThatIsNotPartial_IsAnError() => Assert.Equal(
        ["Droplets"], await AnalyzerTest.UnderlinedAsync(Analyzer, """[Semel.ExtensionModel("a.yaml", "/a")] public sealed class Droplets;"""));

    [Fact]
    public async Task EachTypeAroundAModel_HasToBePartial() => Assert.Equal(
        ["Outer", "Inner"],
        await AnalyzerTest.UnderlinedAsync(Analyzer, """
            public static class Outer { public struct Inner { [Semel.ExtensionModel("a.yaml", "/a")] public sealed partial class Droplets; } }
            """));

    [Theory]
    [InlineData("""[Semel.ExtensionModel("a.yaml", "/a")] public sealed partial class Droplets;""")]
    [InlineData("public sealed class Other;")]
    [InlineData("""public static partial class Outer { [Semel.ExtensionModel("a.yaml", "/a")] public sealed partial class Droplets; public class Other; }""")]
    public async Task PartialModelsAndOtherClasses_AreFine(string source) =>
        Assert.Empty(await AnalyzerTest.DiagnosticsAsync(Analyzer, source));

    [Theory]
    [InlineData("[Semel.ExtensionModel(\"a.yaml\", \"/a\")]\npublic sealed class Droplets;", "[Semel.ExtensionModel(\"a.yaml\", \"/a\")]\npublic sealed partial class Droplets;")]
    [InlineData("[Semel.ExtensionModel(\"a.yaml\", \"/a\")]\n// why\nclass Droplets;", "[Semel.ExtensionModel(\"a.yaml\", \"/a\")]\n// why\npartial class Droplets;")]
    [InlineData("// first\nclass Outer { [Semel.ExtensionModel(\"a.yaml\", \"/a\")] class Droplets; }", "// first\npartial class Outer { [Semel.ExtensionModel(\"a.yaml\", \"/a\")] partial class Droplets; }")]
    [InlineData("record struct Outer { [Semel.ExtensionModel(\"a.yaml\", \"/a\")] public class Droplets; }", "partial record struct Outer { [Semel.ExtensionModel(\"a.yaml\", \"/a\")] public partial class Droplets; }")]
    public async Task Fix_AddsPartial_AndTheResultCompilesWithoutTheError(string source, string expected) =>
        Assert.Equal(expected, await AnalyzerTest.FixAsync(Analyzer, Fix, source));

    [Fact]
    public async Task FixAll_MakesEveryTypePartial() => Assert.Equal(
        """
        public static partial class Outer
        {
            [Semel.ExtensionModel("a.yaml", "/a")] public sealed partial class A;
            [Semel.ExtensionModel("a.yaml", "/b")] public sealed partial class B;
        }
        """,
        await AnalyzerTest.FixAllAsync(Analyzer, Fix, """
            public static class Outer
            {
                [Semel.ExtensionModel("a.yaml", "/a")] public sealed class A;
                [Semel.ExtensionModel("a.yaml", "/b")] public sealed class B;
            }
            """));
}
