using Microsoft.CodeAnalysis;
using Semel.Generator.Tests.Binding;
using Semel.Generator.Tests.Emit;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.BadInput;

/// <summary>A declaration that doesn't fit its document or its class is an error at the attribute, and no raw error of the compiler stands alone.</summary>
[Trait("Feature", "L6")]
public sealed class BadDeclarationTests
{
    private static readonly MemoryText Text = new("/repo/specs/v1/api.json", Api.Document(paths: Api.Path("/other", Api.Operation("get", Api.Resource))));

    [Theory]
    [InlineData("\"gone.json\", \"/things\"", "SEM1002")]
    [InlineData("\"api.json\", \"/nowhere-near\"", "SEM1004")]
    [InlineData("\"api.json\", \"/other\"", "SEM1005")]
    [Trait("Feature", "L3")]
    public void DeclarationOfNothing_IsOneErrorAtTheAttribute_AndCallsCompile(string arguments, string id)
    {
        var run = Use(arguments, """
            var made = await things.CreateAsync("a", 1);
            _ = made.Resource.Id;
            await foreach (var one in things.ListAsync()) _ = one.Name;
            _ = (await things.GetAsync("1")).Name;
            await things.UpdateAsync("1", made);
            await things.DeleteAsync("1");
            """);
        Assert.Equal([$"Models.cs(4,2): {id}"], run.Reported);
        Assert.Empty(run.Problems);
    }

    /// <summary>The types are those of what is most likely meant, so that a program that is right but for the attribute has no other error.</summary>
    [Theory]
    [InlineData("\"api.json\", \"/thing\"", "SEM1004")]
    [InlineData("\"api.json\", \"/thing\", Key = \"gone\", Guarantee = Guarantee.Marker", "SEM1004")]
    [InlineData("\"api.json\", \"/things\", Key = \"gone\"", "SEM1007")]
    [InlineData("\"api.json\", \"/things\", Id = \"gone\"", "SEM1007")]
    [InlineData("\"api.json\", \"/things\", Marker = \"gone\"", "SEM1007")]
    [InlineData("\"api.json\", \"/things\", Gone = \"gone=yes\"", "SEM1007")]
    [InlineData("\"api.json\", \"/things\", Guarantee = Guarantee.Marker", "SEM1010")]
    [InlineData("\"api.json\", \"/things\", Gone = \"name\"", "SEM1011")]
    [Trait("Feature", "L3")]
    public void WrongArgument_IsOneErrorAtTheAttribute_AndCallsCompile_AndThrow(string arguments, string id)
    {
        var run = Use(arguments, """
            Ensured<ApiModels.Thing> made = await things.CreateAsync(new() { Name = "a" });
            made = await things.CreateAsync("instance", new() { Name = "a" });
            string text = made.Id + made.Value.Name;
            """);
        Assert.Equal([$"Models.cs(4,2): {id}"], run.Reported);
        Assert.Empty(run.Problems);
        var file = Assert.Single(run.Files, file => file.StartsWith("MyApp.Things", StringComparison.Ordinal));
        Assert.Contains($" => throw new global::System.InvalidOperationException(\"{id}: ", file, StringComparison.Ordinal);
        Assert.DoesNotContain("new global::Semel.ResourceDescriptor", file, StringComparison.Ordinal);
        Assert.DoesNotContain("InferredResource", file, StringComparison.Ordinal);
    }

    /// <summary>The first example of the README; the one error of the compiler that is counted out is that of a library with a program in it.</summary>
    [Theory]
    [InlineData("\"/v1/servers\"", "\"/v1/server\"", "SEM1004")]
    [InlineData("\"/v1/servers\"", "\"/v1/servers\", Key = \"nme\"", "SEM1007")]
    [InlineData("\"/v1/servers\"", "\"/v1/servers\", Guarantee = (Guarantee)42", "SEM1027")]
    [InlineData("\"/v1/servers\"", "\"/v1/servers\", Read = \"GET /v1/server/{server_id}\"", "SEM1016")]
    public void FirstExample_WithOneMistakeInTheAttribute_HasOneError(string right, string wrong, string id)
    {
        var program = File.ReadAllText(Path.Combine(TestFolder.Path, "..", "..", "samples", "First", "Program.cs"));
        var run = RealRun.Of("using System; using System.Net.Http;\n" + program.Replace(right, wrong, StringComparison.Ordinal), new MemoryText("/repo/cloud.yaml", CloudDocument.Yaml));
        Assert.EndsWith(id, Assert.Single(run.Reported), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Problems, problem => !problem.Contains("CS8805", StringComparison.Ordinal));
    }

    private static RealRun Use(string arguments, string calls) => RealRun.Of($$"""
        using System.Net.Http; using System.Threading.Tasks; using Semel; using Microsoft.Extensions.DependencyInjection;
        namespace MyApp
        {
        [ExtensionModel({{arguments}})]
        internal sealed partial class Things;
        internal static class Use
        {
            public static async Task Go(HttpClient http, SemelContext semel, IServiceCollection services)
            {
                services.AddThings(client => client.BaseAddress = null);
                var things = new Things(http, semel);
                {{calls}}
            }
        }
        }
        """, Text);

    /// <summary>Without a model there is no type that the properties could be of; the compiler says so once for a call, not for each property.</summary>
    [Theory]
    [InlineData("new() { Name = \"a\", Size = 1 }")]
    [InlineData("new() { Name = \"a\", Size = 1 }, cancellationToken")]
    [InlineData("\"instance\", new() { Name = \"a\", Size = 1 }, cancellationToken")]
    [InlineData("1, \"instance\", new() { Name = \"a\", Size = 1 }, cancellationToken")]
    public void RequestWithoutAType_IsOneMoreErrorForEachCall(string arguments)
    {
        var run = RealRun.Of($$"""
            using System.Threading; using System.Threading.Tasks; using Semel;
            namespace MyApp;
            [ExtensionModel("api.json", "/nowhere-near")]
            internal sealed partial class Things;
            internal static class Use
            {
                public static async Task<string> Go(Things things, CancellationToken cancellationToken) => (await things.CreateAsync({{arguments}})).Id;
            }
            """, Text);
        Assert.Equal(["Models.cs(3,2): SEM1004"], run.Reported);
        Assert.Contains("error CS8752", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/thing", "did you mean '/things'?")]
    [InlineData("/THINGS", "did you mean '/things'?")]
    [InlineData("things", "did you mean '/things'?")]
    public void WrongPath_SuggestsTheNearest(string path, string suggestion) =>
        Assert.Contains(suggestion, Assert.Single(RealRun.OfDocument("api.json", Api.Document(), path).Messages), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "/things")]
    [InlineData("api.json", "")]
    [InlineData("api.json", " ")]
    [InlineData("/", "/things")]
    public void BlankArgument_IsLeftToTheAnalyzer(string document, string path)
    {
        var run = RealRun.Of(RealRun.Declare(document, path), Text);
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void AmbiguousName_IsAnError_AndAFolderMakesItUnique()
    {
        AdditionalText[] both = [Text, new MemoryText("/repo/specs/v2/api.json", Text.GetText().ToString())];
        Assert.Equal(["Models.cs(3,2): SEM1003"], RealRun.Of(RealRun.Declare("api.json"), both).Reported);
        var run = RealRun.Of(RealRun.Declare("v2/api.json"), both);
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void TwoDocumentsOfOneName_AndTwoClassesForOnePath_Compile()
    {
        var run = RealRun.Of(
            """
            using Semel;
            [ExtensionModel("v1/api.json", "/things")] public sealed partial class Global;
            [ExtensionModel("v1/api.json", "/things")] public sealed partial class Again;
            [ExtensionModel("v2/api.json", "/things")] public sealed partial class Two;
            namespace Deep.@class { [ExtensionModel("v2/api.json", "/things", Namespace = "Deep.@class")] public sealed partial class Global; }
            """,
            Text,
            new MemoryText("/repo/specs/v2/api.json", Api.Document(reply: Api.Object(Api.Text("id"), Api.Text("colour")))));
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("internal sealed class Things;")]
    [InlineData("internal class Outer { [ExtensionModel(\"api.json\", \"/things\")] internal sealed partial class Inner; }")]
    public void ClassThatIsNotPartial_GetsNoPart_SoThatTheRuleIsTheOnlyError(string source)
    {
        var attribute = source.Contains("Outer", StringComparison.Ordinal) ? "" : "[ExtensionModel(\"api.json\", \"/things\")] ";
        var run = RealRun.Of("using Semel; namespace MyApp;\n" + attribute + source, Text);
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
        Assert.StartsWith("api.json.Models.g.cs", Assert.Single(run.Files), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static partial class M;")]
    [InlineData("abstract partial class M;")]
    [InlineData("partial class M<T>;")]
    [InlineData("partial record M;")]
    [InlineData("file partial class M;")]
    public void KindThatCannotBeAModel_LeavesNoErrorOfTheCompiler(string source)
    {
        var run = RealRun.Of("using Semel; namespace MyApp;\n[ExtensionModel(\"api.json\", \"/things\")] " + source, Text);
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("partial class M;")]
    [InlineData("partial class M(HttpClient http, SemelContext semel);")]
    [InlineData("partial class M { private readonly HttpClient _h; private readonly SemelContext _s; public M(HttpClient h, SemelContext s) { _h = h; _s = s; } public M() : this(new(), null!) { } }")]
    [InlineData("partial class M(SemelContext semel) { private static readonly HttpClient Http = new(); }")]
    [InlineData("partial class M { public M(Options o) { Http = o.Http; Semel = o.Semel; } private HttpClient Http { get; } private SemelContext Semel { get; } } internal sealed record Options(HttpClient Http, SemelContext Semel);")]
    [InlineData("partial class M { public static M Of() => new(new HttpClient(), null!); }")]
    public void EveryWayToHoldAClient_Compiles(string source)
    {
        foreach (var path in new[] { "/things", "/nowhere" })
        {
            var run = RealRun.Of($"using System.Net.Http; using Semel; namespace MyApp;\n[ExtensionModel(\"api.json\", \"{path}\")] internal sealed {source}", Text);
            Assert.Equal(path == "/things" ? [] : ["Models.cs(2,2): SEM1004"], run.Reported);
            Assert.Empty(run.Problems);
        }
    }

    [Fact]
    public void ConstructorWithoutAClient_IsOneErrorAtTheAttribute()
    {
        var run = RealRun.Of("using Semel; namespace MyApp;\n[ExtensionModel(\"api.json\", \"/things\")] internal sealed partial class M { public M(int number) => N = number; public int N { get; } }", Text);
        Assert.Equal(["Models.cs(2,2): SEM1006"], run.Reported);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void AttributeOnTwoParts_LeavesOnlyTheCompilersOwnError()
    {
        const string part = "[ExtensionModel(\"api.json\", \"/things\")] internal sealed partial class M;\n";
        var run = RealRun.Of("using Semel; namespace MyApp;\n" + part + part, Text);
        Assert.Contains("CS0579", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    /// <summary>Each property whose type is an enum of ours; the model stands, so that its uses are no errors.</summary>
    [Fact]
    public void NumberThatIsNoMemberOfItsEnum_IsAnErrorAtTheAttribute_ForEveryPropertyThatIsAnEnum()
    {
        var properties = typeof(ExtensionModelAttribute).GetProperties().Where(property => property.PropertyType.IsEnum).ToList();
        Assert.Contains(properties, property => property.Name == "Guarantee");
        foreach (var property in properties)
        {
            var type = property.PropertyType.Name;
            var run = RealRun.OfDocument("api.json", Api.Document(), rest: $", {property.Name} = ({type})42");
            Assert.Equal(["Models.cs(3,2): SEM1027"], run.Reported);
            Assert.Contains($"{property.Name} = 42 means nothing; write one of {string.Join(", ", Enum.GetNames(property.PropertyType).Select(name => $"{type}.{name}"))}", run.Messages);
            Assert.Empty(run.Problems);
        }

        var all = RealRun.Of($"using Semel;\n[ExtensionModel(\"api.json\", {string.Join(", ", properties.Where(property => property.Name != "Guarantee").Select(property => $"{property.Name} = ({property.PropertyType.Name})(-1)"))})] partial class Whole;", Text);
        Assert.Equal(Enumerable.Repeat("Models.cs(2,2): SEM1027", properties.Count - 1), all.Reported);
    }

    [Theory]
    [InlineData("Namespace = \"1 bad; }\"")]
    [InlineData("Namespace = \"\"")]
    [InlineData("Namespace = \"a..b\"")]
    [InlineData("Namespace = \"class.namespace\"")]
    [InlineData("Namespace = \"System\"")]
    [InlineData("Key = \"\", Id = \"\", Marker = \"\"")]
    [InlineData("Key = \"name.\", Id = \"..\"")]
    [InlineData("Key = null!, Namespace = null!")]
    [InlineData("Guarantee = (Guarantee)99, Verify = (Verify)(-1), OnExists = (OnExists)7")]
    public void OddOverride_IsOursOrNone(string overrides) =>
        Assert.Empty(RealRun.OfDocument("api.json", Api.Document(), rest: ", " + overrides).Problems);
}
