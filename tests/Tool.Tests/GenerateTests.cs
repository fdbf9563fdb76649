using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;

namespace Semel.Tool.Tests;

/// <summary><c>semel generate</c>: the generator's C# as files.</summary>
[Trait("Feature", "L9")]
public sealed class GenerateTests : IDisposable
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /shelves:
            post:
              summary: Create a shelf.
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } } }
            get:
              responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Shelf" } } } } } }
          /shelves/{shelf_id}:
            get:
              responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } } }
          /status:
            get:
              responses: { "200": { description: it, content: { application/json: { schema: { type: object } } } } }
        components:
          schemas:
            Shelf:
              type: object
              properties: { id: { type: string, readOnly: true }, name: { type: string } }
              required: [name]
        """;

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task WholeDocument_IsOneClass_AndItsModels_WhichCompile()
    {
        _tool.Write("shop.yaml", Document);
        var (exit, output) = await _tool.RunAsync("generate", "shop.yaml", "-o", "Generated", "-n", "My.App", "-c", "Shop");

        Assert.True(exit == 0, output);
        Assert.Contains("shop.yaml: 1 resource and 1 group of plain calls; 2 files in Generated, 2 of them new or changed", output, StringComparison.Ordinal);
        Assert.Equal(["My.App.Shop.g.cs", "My.App.shop.yaml.Models.g.cs"], _tool.Files.Select(Path.GetFileName));
        var use = """
            /// <summary>Uses it.</summary>
            public static class Use
            {
                /// <summary>Creates one.</summary>
                public static System.Threading.Tasks.Task<Semel.Ensured<My.App.Models.Shelf>> Create(My.App.Shop shop) => shop.Shelves.CreateAsync(new() { Name = "a" });
            }
            """;
        Assert.Empty(TestProject.Problems(TestProject.Compilation([use, .. _tool.Files.Select(_tool.Read)])));
    }

    [Fact]
    public async Task Paths_AreAClassEach()
    {
        _tool.Write("shop.yaml", Document);
        var (exit, output) = await _tool.RunAsync("generate", "shop.yaml", "/shelves");

        Assert.True(exit == 0, output);
        Assert.Equal(["Shelves.g.cs", "shop.yaml.Models.g.cs"], _tool.Files.Select(Path.GetFileName));
        Assert.Contains("public sealed partial class Shelves", _tool.Read("Shelves.g.cs"), StringComparison.Ordinal);
        Assert.Empty(TestProject.Problems(TestProject.Compilation(_tool.Files.Select(_tool.Read))));
    }

    /// <summary>What the compiler would be given: the same texts but for the class's own line, which is the user's there.</summary>
    [Theory]
    [InlineData("digitalocean/bundled.json")]
    [InlineData("vault/openapi.json")]
    [InlineData("digitalocean/specification/DigitalOcean-public.v2.yaml")]
    public async Task RealDocuments_BecomeTheGeneratorsTexts(string document)
    {
        var path = Specs.Require(document);
        var (exit, output) = await _tool.RunAsync("generate", path, "-c", "Api", "-o", "g");

        Assert.True(exit == 0, output);
        var generated = Generate(path);
        Assert.Equal(generated.Keys.Order(StringComparer.Ordinal), _tool.Files.Select(Path.GetFileName));
        foreach (var (name, text) in generated)
        {
            var own = _tool.Read(Path.Combine("g", name)).Replace("[global::System.CodeDom.Compiler.GeneratedCode(\"Semel\", \"0.1.0\")]\npublic sealed partial class Api\n", "partial class Api\n", StringComparison.Ordinal);
            Assert.True(text == own, name);
        }
    }

    [Fact]
    public async Task Check_FailsWhereAFileIsNotAsTheDocumentSays_AndWritesNothing()
    {
        _tool.Write("shop.yaml", Document);
        var (before, missing) = await _tool.RunAsync("generate", "shop.yaml", "--check");
        Assert.Equal((1, 0), (before, _tool.Files.Count));
        Assert.Contains("Shop.g.cs is not as shop.yaml says: run the same command without --check", missing, StringComparison.Ordinal);

        await _tool.RunAsync("generate", "shop.yaml");
        Assert.Equal(0, (await _tool.RunAsync("generate", "shop.yaml", "--check")).ExitCode);
        _tool.Write("shop.yaml", Document.Replace("Create a shelf.", "Create a board.", StringComparison.Ordinal));
        Assert.Equal(1, (await _tool.RunAsync("generate", "shop.yaml", "--check")).ExitCode);
        Assert.DoesNotContain("Create a board.", _tool.Read("Shop.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsAsItWas_IsNotWrittenAgain()
    {
        _tool.Write("shop.yaml", Document);
        await _tool.RunAsync("generate", "shop.yaml");
        var written = _tool.Files.ToDictionary(name => name, name => File.GetLastWriteTimeUtc(Path.Combine(_tool.Folder, name)));
        var (_, output) = await _tool.RunAsync("generate", "shop.yaml");

        Assert.Contains(", 0 of them new or changed", output, StringComparison.Ordinal);
        Assert.All(written, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(Path.Combine(_tool.Folder, file.Key))));
    }

    [Fact]
    public async Task Report_SaysWhatWasInferred()
    {
        _tool.Write("shop.yaml", Document);
        await _tool.RunAsync("generate", "shop.yaml", "--report", "notes/inferred.md");

        var report = _tool.Read("notes/inferred.md");
        Assert.StartsWith("# What Semel inferred\n", report, StringComparison.Ordinal);
        Assert.Contains("GET /shelves/{shelf_id}", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml /shelfs", "shop.yaml(1,1): error SEM1004: 'shop.yaml' has no path '/shelfs'")]
    [InlineData("openapi: 3.0.3\npaths:\n  /a: [\n", "shop.yaml", "shop.yaml(3,7): error SEM2001: A '[' is not closed")]
    [InlineData("title: nothing\n", "shop.yaml", "shop.yaml(1,1): error SEM")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shops.yaml", "shops.yaml is not there; there is shop.yaml")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml -c 1a", "'1a' is no name of a class in C#")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml -n a..b", "'a..b' is no namespace in C#")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml -n class", "'class' is no namespace in C#")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml --report shop.yaml", "shop.yaml would take the place of the document")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml --report Shop.g.cs", "Shop.g.cs would take the place of the document or of another file")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml /a /b -c C", "--class C can't name the classes of 2 paths")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "shop.yaml --nothing", "--nothing")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", "", "document")]
    public async Task WhatIsWrong_IsSaidAtItsPlace_AndNothingIsWritten(string document, string arguments, string message)
    {
        _tool.Write("shop.yaml", document);
        var (exit, output) = await _tool.RunAsync(["generate", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.NotEqual(0, exit);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        Assert.Empty(_tool.Files);
    }

    [Fact]
    public async Task WhatIsLeftOut_IsSaidWhereItIsAskedFor()
    {
        _tool.Write("shop.yaml", Document.Replace("/status:\n    get:", "/login:\n    post:", StringComparison.Ordinal));
        var (_, quiet) = await _tool.RunAsync("generate", "shop.yaml");
        var (_, verbose) = await _tool.RunAsync("generate", "shop.yaml", "--verbose");

        Assert.DoesNotContain("SEM2010", quiet, StringComparison.Ordinal);
        Assert.Contains("info SEM2010: POST /login is a plain call that nothing makes idempotent", verbose, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesThatTheDocumentRefersTo_AreReadBesideIt()
    {
        _tool.Write("api/shop.yaml", Document.Replace("\"#/components/schemas/Shelf\"", "\"parts/shelf.yaml\"", StringComparison.Ordinal));
        var (exit, missing) = await _tool.RunAsync("generate", "api/shop.yaml", "-o", "g");
        Assert.Equal(0, exit); // what is broken is left out of a whole document
        Assert.Contains("0 resources", missing, StringComparison.Ordinal);
        Assert.Contains("there is no document 'parts/shelf.yaml' beside this one", (await _tool.RunAsync("generate", "api/shop.yaml", "/shelves", "-o", "h")).Output, StringComparison.Ordinal);

        _tool.Write("api/parts/shelf.yaml", "type: object\nproperties: { id: { type: string }, name: { type: string } }\n");
        Assert.Equal(0, (await _tool.RunAsync("generate", "api/shop.yaml", "/shelves", "-o", "h")).ExitCode);
        Assert.Contains("Shelves.g.cs", _tool.Files.Select(Path.GetFileName));
    }

    /// <summary>Nothing else of the machine is opened for a document.</summary>
    [Theory]
    [InlineData("../../../../../../dev/zero")]
    [InlineData("secret.txt")]
    [InlineData("\\\\tmp\\\\shelf.yaml")]
    public async Task ReferenceToWhatIsNoDocument_IsNotOpened(string reference)
    {
        _tool.Write("secret.txt", "type: object\nproperties: { id: { type: string } }\n");
        _tool.Write("shop.yaml", Document.Replace("#/components/schemas/Shelf", reference, StringComparison.Ordinal));
        var (exit, output) = await _tool.RunAsync("generate", "shop.yaml", "/shelves");

        Assert.Equal(1, exit);
        Assert.Contains("error SEM", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    /// <summary>A file of a class that is no more would be compiled on.</summary>
    [Fact]
    public async Task FileOfAnEarlierCommand_IsSaid_AndFailsACheck()
    {
        _tool.Write("shop.yaml", Document);
        _tool.Write("Mine.g.cs", "// <auto-generated/>\n// somebody else's\n");
        await _tool.RunAsync("generate", "shop.yaml", "-c", "Before");
        var (exit, output) = await _tool.RunAsync("generate", "shop.yaml", "-c", "After");
        var (check, said) = await _tool.RunAsync("generate", "shop.yaml", "-c", "After", "--check");

        Assert.Equal((0, 1), (exit, check));
        Assert.All([output, said], text => Assert.Contains("Before.g.cs is of another document or an earlier one", text, StringComparison.Ordinal));
        Assert.DoesNotContain("Mine.g.cs", output, StringComparison.Ordinal);
    }

    /// <summary>Version control may give lines other ends.</summary>
    [Fact]
    public async Task LineEnds_AreNoDifference()
    {
        _tool.Write("shop.yaml", Document);
        await _tool.RunAsync("generate", "shop.yaml");
        foreach (var file in _tool.Files) _tool.Write(file, _tool.Read(file).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(0, (await _tool.RunAsync("generate", "shop.yaml", "--check")).ExitCode);
    }

    [Fact]
    public async Task FileThatCannotBeReplaced_IsSaid_AndNothingIsHalfDone()
    {
        _tool.Write("shop.yaml", Document);
        await _tool.RunAsync("generate", "shop.yaml");
        var before = _tool.Read("shop.yaml.Models.g.cs");
        File.Delete(Path.Combine(_tool.Folder, "Shop.g.cs"));
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "Shop.g.cs"));
        _tool.Write("shop.yaml", Document.Replace("properties: { id:", "properties: { size: { type: integer }, id:", StringComparison.Ordinal));
        var (exit, output) = await _tool.RunAsync("generate", "shop.yaml");

        Assert.Equal((1, before), (exit, _tool.Read("shop.yaml.Models.g.cs")));
        Assert.Contains("Shop.g.cs is a folder", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_IsSaid()
    {
        _tool.Write("shop.yaml", Document);
        _tool.Write("g", "a file");
        var (exit, output) = await _tool.RunAsync("generate", "shop.yaml", "-o", "g");

        Assert.Equal((1, "a file"), (exit, _tool.Read("g")));
        Assert.Equal(["g"], _tool.Files);
        Assert.Contains(Path.Combine(_tool.Folder, "g"), output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Generate(string document)
    {
        var folder = Path.GetDirectoryName(document)!;
        var files = document.Contains("specification", StringComparison.Ordinal) ? Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories).Append(document) : [document];
        var project = TestProject.Compilation($"/// <summary>All.</summary>\n[global::Semel.ExtensionModel(\"{Path.GetFileName(document)}\")] public sealed partial class Api;\n");
        var driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], files.Select(file => new FileText(file)), (CSharpParseOptions)project.SyntaxTrees[0].Options);
        return driver.RunGenerators(project).GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
