using System.Globalization;
using Microsoft.CodeAnalysis;
using Semel.Generator.Tests.BadInput;
using Semel.Generator.Tests.Emit;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Whole;

/// <summary>A declaration without a path selects every resource of its document.</summary>
public sealed class WholeDocumentTests
{
    private static readonly string Shop = File.ReadAllText(Path.Combine(TestFolder.Path, "Golden", "Documents", "shop.yaml"));

    [Fact]
    public void EveryResource_IsAProperty_InTwoFiles()
    {
        var run = Select("internal sealed partial class Shop;", use: """
            internal static class Use
            {
                internal static async System.Threading.Tasks.Task<string> GoAsync(System.Net.Http.HttpClient http, Semel.SemelContext semel)
                {
                    var shop = new Shop(http, semel);
                    Semel.Ensured<ShopModels.Shelf> shelf = await shop.Shelves.CreateAsync(new ShopModels.Shelf { Name = "a" });
                    return (await shop.ShelfBooks.CreateAsync(shelf.Id, "b", new ShopModels.Book { Title = "b" })).Id;
                }
            }
            """);

        Assert.Empty(run.Problems);
        Assert.Equal(["MyApp.Shop.g.cs", "shop.yaml.Models.g.cs"], run.Files.Select(file => file.Split('\n')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIsLeftOut_IsInformationAtItsPlace()
    {
        var run = Select("internal sealed partial class Shop;");

        Assert.Equal(
            [
                "shop.yaml(20,5): POST /v1/shelves/{shelf_id}/actions is a plain call that nothing makes idempotent: it is an action",
                "shop.yaml(34,69): POST /v1/lost is a plain call that nothing makes idempotent: '#/components/schemas/nowhere' leads nowhere: '#/components/schemas' has no 'nowhere'",
            ],
            run.All.Where(diagnostic => diagnostic.Id == "SEM2010").Select(diagnostic => $"{Place(diagnostic)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
        Assert.DoesNotContain(run.All, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
    }

    [Fact]
    public void RecordsOfADocument_AreKeptApartFromAnothers() =>
        Assert.Contains("Model = \"Shop.ShelfBooks\",", Class(Select("internal sealed partial class Shop;")), StringComparison.Ordinal);

    [Theory]
    [InlineData("internal sealed partial class Shop { internal int Shelves => 1; }", "public ShelvesValueResource ShelvesValue ")]
    [InlineData("internal sealed partial class Shop { internal sealed class ShelvesResource; }", "public ShelvesValueResource Shelves ")]
    [InlineData("internal sealed partial class Shelves;", "public ShelvesValueResource ShelvesValue ", "Shelves")]
    [InlineData("internal sealed partial class Shop(System.Net.Http.HttpClient client, SemelContext context);", "Shelves => new(client, context);")]
    [InlineData("internal sealed partial class Shop { private readonly int _http = 1; internal int Http => _http; }", "=> (_httpValue, _semel) = (http, semel);")]
    public void NamesOfTheUsers_AreLeftAlone(string declaration, string expected, string name = "Shop")
    {
        var run = Select(declaration);

        Assert.Empty(run.Problems);
        Assert.Contains(expected, Class(run, name), StringComparison.Ordinal);
    }

    [Fact]
    public void PropertyNamedLikeAnothersClass_IsKeptApart()
    {
        var run = Select("internal sealed partial class Shop;", Shop.Replace("/v1/shelves/{shelf_id}/books", "/v1/shelves_resource", StringComparison.Ordinal));

        Assert.Empty(run.Problems);
        Assert.Matches("public Shelves_[0-9a-f]{4}Resource Shelves ", Class(run));
        Assert.Contains("public ShelvesResourceResource ShelvesResource ", Class(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key = \"name\"")]
    [InlineData("Guarantee = Guarantee.Marker")]
    [InlineData("Ready = \"a=b\"")]
    [InlineData("KeyWindowHours = 3")]
    public void FactOfOneResource_IsAnError(string fact)
    {
        var run = Select("internal sealed partial class Shop;", rest: ", " + fact);

        Assert.Equal(["Models.cs(3,2): SEM1015"], run.Reported);
        Assert.Contains(fact.Split(' ')[0] + " says something of one resource", Assert.Single(run.Messages), StringComparison.Ordinal);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void WhatHoldsForAll_IsSaidOfEach()
    {
        var run = Select("internal sealed partial class Shop;", rest: ", Verify = Verify.WithGet, Namespace = \"Books\"");

        Assert.Empty(run.Problems);
        Assert.Equal(2, Class(run).Split("Verify = global::Semel.Verify.WithGet,").Length - 1);
        Assert.Contains("global::Books.Shelf", Class(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: {}\n", "SEM2011", "")]
    [InlineData("openapi: 3.1.0\n", "SEM2011", "")]
    [InlineData("openapi: [\n", "SEM2001", "shop.yaml(1,10)")]
    [InlineData("title: none\n", "SEM2002", "shop.yaml(1,1)")]
    public void DocumentOfNothing_IsSaid_AndCompiles(string document, string id, string place)
    {
        foreach (var declaration in new[] { "internal sealed partial class Shop;", "internal sealed partial class Shop(System.Net.Http.HttpClient client, SemelContext context);" })
        {
            var run = Select(declaration, document);

            Assert.Equal(id, Assert.Single(run.All).Id);
            if (place.Length > 0) Assert.Equal(place + ": " + id, Assert.Single(run.Reported));
            Assert.Empty(run.Problems);
        }
    }

    [Fact]
    public void WholeAndOneOfIt_ShareTheirTypes()
    {
        var run = RealRun.Of(
            "using Semel;\nnamespace MyApp;\n/// <summary>All.</summary>\n[ExtensionModel(\"shop.yaml\")] public sealed partial class Shop;\n/// <summary>One.</summary>\n[ExtensionModel(\"shop.yaml\", \"/v1/shelves\")] public sealed partial class Shelves;\n",
            new MemoryText("/repo/shop.yaml", Shop));

        Assert.Empty(run.Problems);
        Assert.Equal(3, run.Files.Count);
    }

    [Fact]
    public void EditOfOneSchema_WritesTheClassOnlyWhereItShows()
    {
        var text = new MemoryText("/repo/shop.yaml", Shop);
        var run = Run.Of("using Semel;\n[ExtensionModel(\"shop.yaml\")] public sealed partial class Shop;", [text], Generator.Pipeline.ResourceStage.Binder());
        run.ReplaceText(text, new MemoryText(text.Path, Shop.Replace("title: { type: string }", "title: { type: string, description: Of the book. }", StringComparison.Ordinal)));

        Assert.All(run.Reasons("Wholes"), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.Single(run.Reasons("Documents"), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void ClassInsideAnother_IsCompleted()
    {
        var run = RealRun.Of(
            "using Semel;\nnamespace MyApp;\n/// <summary>Outer.</summary>\npublic static partial class Outer {\n/// <summary>All.</summary>\n[ExtensionModel(\"shop.yaml\")] public sealed partial class Shop; }\n", new MemoryText("/repo/shop.yaml", Shop));

        Assert.Empty(run.Problems);
    }

    private static RealRun Select(string declaration, string? document = null, string rest = "", string use = "") =>
        RealRun.Of($"using Semel;\nnamespace MyApp;\n[ExtensionModel(\"shop.yaml\"{rest})]\n{declaration}\n{use}", new MemoryText("/repo/shop.yaml", document ?? Shop));

    private static string Class(RealRun run, string name = "Shop") => Assert.Single(run.Files, file => file.StartsWith($"MyApp.{name}.g.cs\n", StringComparison.Ordinal));

    private static string Place(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})";
    }
}
