using System.Globalization;
using Semel.Generator.Declarations;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Pipeline;

/// <summary>What is read from a class with the attribute.</summary>
public sealed class DeclarationTests
{
    private const string Usings = "#nullable enable\nusing System.Net.Http; using Semel; namespace MyApp;\n";

    [Theory]
    [InlineData("internal sealed partial class M;")]
    [InlineData("internal sealed partial class M(HttpClient http, SemelContext context);")]
    [InlineData("internal sealed partial class M(HttpClient @class, SemelContext context) { public string Name => @class + context.Scope; }")]
    [InlineData("internal sealed partial class M(HttpClient http, SemelContext context) { private readonly HttpClient _http = http; public SemelContext Context { get; } = context; }")]
    [InlineData("internal sealed partial class M { private static readonly HttpClient Http = new(); private readonly SemelContext _c; public M(SemelContext c) => _c = c; }")]
    [InlineData("internal class Base(HttpClient http) { protected HttpClient Http { get; } = http; } [ExtensionModel(\"api.yaml\", \"/things\")] internal sealed partial class M(HttpClient h, SemelContext context) : Base(h);", false)]
    [InlineData("internal sealed partial class M { public int Resource => 1; public int Client => 2; private readonly int _client = 3; public int Three => _client; }")]
    [InlineData("internal partial class M { internal void CreateAsync() { } }")]
    [InlineData("internal partial interface IOuter { [ExtensionModel(\"api.yaml\", \"/things\")] public sealed partial class M; }", false)]
    [InlineData("internal partial record struct Outer<T>(int A) { internal static partial class @event { [ExtensionModel(\"api.yaml\", \"/things\")] public sealed partial class M; } }", false)]
    public void ClassOfManyShapes_IsCompletedWithoutAWarning(string source, bool addAttribute = true)
    {
        var run = Run.Of(Usings + (addAttribute ? "[ExtensionModel(\"api.yaml\", \"/things\")] " : "") + source, [new MemoryText("/repo/api.yaml", "Thing")]);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(2, run.Files.Count);
        Assert.Empty(TestProject.Problems(run.Output));
    }

    [Theory]
    [InlineData("public M(SemelContext c) { C = c; } public SemelContext C { get; }", "no HttpClient in")]
    [InlineData("public M(HttpClient h) { H = h; } public HttpClient H { get; }", "no SemelContext in")]
    [InlineData("public M(HttpClient h) { H = h; } public HttpClient? H { get; }", "no HttpClient and no SemelContext in")]
    public void ConstructorThatKeepsTooLittle_IsAnErrorThatSaysWhatToAdd(string members, string missing)
    {
        var run = Run.Of($"{Usings}[ExtensionModel(\"api.yaml\", \"/things\")] public sealed partial class M {{ {members} }}", [new MemoryText("/repo/api.yaml", "Thing")]);
        var error = Assert.Single(run.Diagnostics);
        Assert.Equal("SEM1006", error.Id);
        Assert.Contains(missing, error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static partial class M;")]
    [InlineData("abstract partial class M;")]
    [InlineData("partial class M<T>;")]
    [InlineData("partial record M;")]
    [InlineData("file partial class M;")]
    public void KindThatTheAnalyzersRefuse_GeneratesNothing(string source)
    {
        var run = Run.Of($"{Usings}[ExtensionModel(\"api.yaml\", \"/things\")] {source}", [new MemoryText("/repo/api.yaml", "Thing")]);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void OverridesAndPlace_AreRead()
    {
        ModelDeclaration? read = null;
        Run.Of(
            Usings + """
                [ExtensionModel("api.yaml", "/things", Key = "k", Id = "i", Marker = "", Guarantee = Guarantee.Marker, Verify = Verify.WithGet, OnExists = OnExists.Adopt, LookFirst = false, Gone = "state=gone", Namespace = "N")]
                public sealed partial class M { private int _b; internal void A() => _b++; }
                """,
            [new MemoryText("/repo/api.yaml", "Thing")],
            (declaration, document, open, token) => Run.BindSmall(read = declaration, document, open, token));
        Assert.Equal(new DeclaredOverrides("k", "i", "", "Marker", "WithGet", "Adopt", false, "N") { Gone = "state=gone" }, read!.Overrides);
        Assert.Equal(["A", "_b"], read.Members);
        Assert.Equal(("MyApp", "M", "public", "api.yaml", "/things"), (read.Namespace, read.Name, read.Accessibility, read.Document, read.Path));
    }
}
