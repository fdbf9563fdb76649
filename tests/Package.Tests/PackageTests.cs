namespace Semel.Package.Tests;

/// <summary>The packed package in an empty folder, as a user gets it.</summary>
public sealed class PackageTests(PackageFixture package)
{
    [Fact]
    public void Package_HoldsRuntimeGeneratorAnalyzersAndFixes_AndNoAssemblyBesideThem()
    {
        var entries = package.Entries();
        Assert.Contains("lib/net10.0/Semel.dll", entries);
        Assert.Contains("lib/net10.0/Semel.xml", entries);
        Assert.Equal(
            ["analyzers/dotnet/cs/Semel.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/Semel.Analyzers.dll", "analyzers/dotnet/cs/Semel.Generator.dll"],
            entries.Where(entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("README.md", entries);
    }

    [Theory]
    [InlineData("digitalocean/bundled-2025-11.yaml", "digitalocean.yaml")]
    [InlineData("digitalocean/bundled.json", "digitalocean.json")]
    [Trait("Feature", "A1")]
    public async Task FiveResourcesOfARealDocument_CompileWithoutAWarning_AndAreCreatedOnce(string specification, string document)
    {
        var folder = package.Consumer(Path.GetExtension(document)[1..], document, "FiveResources.cs.txt");
        File.Copy(Specs.Require(specification), Path.Combine(folder, document));
        var program = Path.Combine(folder, "FiveResources.cs");
        File.WriteAllText(program, File.ReadAllText(program).Replace("DOCUMENT", document, StringComparison.Ordinal));

        var (built, buildOutput) = await Command.RunAsync(folder, "dotnet", "build", "--nologo", "-v", "m");
        Assert.True(built == 0, buildOutput);
        Assert.DoesNotContain("warning", buildOutput.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        await using var server = await FakeDigitalOcean.StartAsync();
        var (ran, output) = await Command.RunAsync(folder, "dotnet", "run", "--no-build", "--", server.Address);
        Assert.True(ran == 0, output);
        Assert.Contains("run 1: Created Created Created Created Created 3164494", output, StringComparison.Ordinal);
        Assert.Contains("run 2: Reused Reused Reused Reused Reused 3164494", output, StringComparison.Ordinal);
        Assert.Contains("run 2: 1 listed, web-1 read", output, StringComparison.Ordinal);
        Assert.Equal(5, server.Posts.Count);
        Assert.All(server.Posts, posts => Assert.Equal(1, posts.Value));
    }
}
