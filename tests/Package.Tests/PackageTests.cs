using System.Text.RegularExpressions;

namespace Semel.Package.Tests;

/// <summary>The packed packages in an empty folder, as a user gets them.</summary>
public sealed class PackageTests(PackageFixture package)
{
    [Fact]
    public void Package_HoldsRuntimeGeneratorAnalyzersAndFixes_AndNoAssemblyBesideThem()
    {
        var entries = package.Entries("Semel");
        Assert.Contains("lib/net10.0/Semel.dll", entries);
        Assert.Contains("lib/net10.0/Semel.xml", entries);
        Assert.Equal(
            ["analyzers/dotnet/cs/Semel.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/Semel.Analyzers.dll", "analyzers/dotnet/cs/Semel.Generator.dll"],
            entries.Where(entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("README.md", entries);
    }

    [Fact]
    public void Package_HoldsTheGuideAndThePagesOfTheRules_WhereItsReadmeAndMessagesSayThatTheyAre()
    {
        var entries = package.Entries("Semel").ToHashSet();
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "*.md").Select(page => $"docs/rules/{Path.GetFileName(page)}").ToList();
        Assert.Contains("docs/rules/SEM1002.md", pages);
        Assert.Superset(pages.ToHashSet(), entries);

        var followed = 0;
        foreach (var page in entries.Where(entry => entry.EndsWith(".md", StringComparison.Ordinal)))
        {
            var folder = new Uri(new Uri("package:///"), page);
            foreach (Match link in Regex.Matches(package.Text("Semel", page), @"\]\(([^)#:\s]+)(#[^)]*)?\)"))
            {
                var target = new Uri(folder, link.Groups[1].Value).AbsolutePath.TrimStart('/');
                if (target.StartsWith("samples/", StringComparison.Ordinal)) continue; // those are of the repository
                Assert.True(entries.Contains(target), $"{page} leads to {target}, which is not in the package.");
                followed++;
            }
        }

        Assert.True(followed > 50, $"{followed} links");
    }

    [Theory]
    [InlineData("digitalocean/bundled-2025-11.yaml", "digitalocean.yaml")]
    [InlineData("digitalocean/bundled.json", "digitalocean.json")]
    [Trait("Feature", "A1")]
    public async Task FiveResourcesOfARealDocument_CompileWithoutAWarning_AndAreCreatedOnce(string specification, string document)
    {
        var folder = package.Consumer(Path.GetExtension(document)[1..], "Semel", document, "FiveResources.cs.txt");
        File.Copy(Specs.Require(specification), Path.Combine(folder, document));
        var program = Path.Combine(folder, "FiveResources.cs");
        File.WriteAllText(program, File.ReadAllText(program).Replace("DOCUMENT", document, StringComparison.Ordinal));

        await BuildWithoutWarningsAsync(folder);

        await using var server = await FakeDigitalOcean.StartAsync();
        var (ran, output) = await Command.RunAsync(folder, "dotnet", "run", "--no-build", "--", server.Address);
        Assert.True(ran == 0, output);
        Assert.Contains("run 1: Created Created Created Created Created 3164494", output, StringComparison.Ordinal);
        Assert.Contains("run 2: Reused Reused Reused Reused Reused 3164494", output, StringComparison.Ordinal);
        Assert.Contains("run 2: 1 listed, web-1 read", output, StringComparison.Ordinal);
        Assert.Equal(5, server.Posts.Count);
        Assert.All(server.Posts, posts => Assert.Equal(1, posts.Value));
    }

    [Fact]
    public void TestingPackage_HoldsTheServer_ItsDocumentAndItsPage_AndNeedsSemel()
    {
        var entries = package.Entries("Semel.Testing");
        Assert.Superset(new HashSet<string> { "lib/net10.0/Semel.Testing.dll", "lib/net10.0/Semel.Testing.xml", "README.md", "cloud.yaml" }, entries.ToHashSet());
        Assert.DoesNotContain("lib/net10.0/Semel.dll", entries);
        var description = package.Description("Semel.Testing");
        var dependency = description.Descendants().Single(element => element.Name.LocalName == "dependency");
        Assert.Equal(("Semel", package.Version), (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value));
        Assert.Equal("Microsoft.AspNetCore.App", description.Descendants().Single(element => element.Name.LocalName == "frameworkReference").Attribute("name")!.Value);
    }

    [Fact]
    public async Task TestingPackage_TestsSomebodysOwnClient_InAnEmptyFolder()
    {
        var folder = package.Consumer("own", "Semel.Testing", document: null, "OwnClient.cs.txt");
        await BuildWithoutWarningsAsync(folder);
        var (ran, output) = await Command.RunAsync(folder, "dotnet", "run", "--no-build");
        Assert.True(ran == 0, output);
        Assert.Equal(
            ["looks first: 16 of 16 faults", "Not exactly once under 16 of 16 faults.", "lost 1, made 1"],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void PostgreSqlPackage_HoldsItselfAndItsPage_AndNeedsNpgsqlAndItsOwnVersionOfSemel()
    {
        var entries = package.Entries("Semel.PostgreSql");
        Assert.Superset(new HashSet<string> { "lib/net10.0/Semel.PostgreSql.dll", "lib/net10.0/Semel.PostgreSql.xml", "README.md" }, entries.ToHashSet());
        Assert.DoesNotContain("lib/net10.0/Semel.dll", entries);
        var dependencies = package.Description("Semel.PostgreSql").Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        Assert.Equal(("10.0.0", $"[{package.Version}]"), (dependencies["Npgsql"], dependencies["Semel"]));
    }

    [Fact]
    public async Task PostgreSqlPackage_IsARepository_InAnEmptyFolder()
    {
        var folder = package.Consumer("shared", "Semel.PostgreSql", document: null, "SharedRecords.cs.txt");
        await BuildWithoutWarningsAsync(folder);
        var (ran, output) = await Command.RunAsync(folder, "dotnet", "run", "--no-build");
        Assert.True(ran == 0, output);
        Assert.Contains("The data repository cannot use schema semel of the database app at 127.0.0.1:1:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyzers_WarnInAnEmptyFolder_AndObeyItsEditorConfig()
    {
        var folder = package.Consumer("warned", "Semel", document: null, "BareCreate.cs.txt");
        var (built, output) = await Command.RunAsync(folder, "dotnet", "build", "--nologo", "-v", "m", "-p:TreatWarningsAsErrors=false");
        Assert.True(built == 0, output);
        Assert.Contains("warning SEM3002: 'CreateAsync' creates by a POST", output, StringComparison.Ordinal);
        Assert.Contains("warning SEM3010:", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, ".editorconfig"), "root = true\n[*.cs]\ndotnet_diagnostic.SEM3002.severity = error\ndotnet_diagnostic.SEM3010.severity = none\n", TestContext.Current.CancellationToken);
        (built, output) = await Command.RunAsync(folder, "dotnet", "build", "--nologo", "--no-restore", "-v", "m", "-p:TreatWarningsAsErrors=false");
        Assert.NotEqual(0, built);
        Assert.Contains("error SEM3002: 'CreateAsync' creates by a POST", output, StringComparison.Ordinal);
        Assert.DoesNotContain("SEM3010", output, StringComparison.Ordinal);
    }

    private static async Task BuildWithoutWarningsAsync(string folder)
    {
        var (built, output) = await Command.RunAsync(folder, "dotnet", "build", "--nologo", "-v", "m");
        Assert.True(built == 0, output);
        Assert.DoesNotContain("warning", output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }
}
