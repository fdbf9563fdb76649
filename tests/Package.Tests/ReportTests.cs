namespace Semel.Package.Tests;

/// <summary>A build writes what was inferred to a text, where it is asked to.</summary>
public sealed class ReportTests(PackageFixture package)
{
    [Fact, Trait("Feature", "L2")]
    public async Task BuildThatAsks_WritesTheReport_AndOneThatDoesNotWritesNone()
    {
        var folder = package.Consumer("report", "Semel", "shop.yaml", "Report.cs.txt");
        File.Copy(Path.Combine(Repository.Root, "tests", "Generator.Tests", "Golden", "Documents", "shop.yaml"), Path.Combine(folder, "shop.yaml"));
        var project = Path.Combine(folder, "Consumer.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", "", StringComparison.Ordinal));
        var report = Path.Combine(folder, "semel-report.md");

        await BuildAsync(folder);
        Assert.False(File.Exists(report));

        await BuildAsync(folder, "-p:SemelReport=true");
        var lines = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
        Assert.Equal("# What Semel inferred", lines[0]);
        Assert.Contains("| Read | `GET /v1/shelves/{shelf_id}` | usual | one parameter behind the collection |", lines);
        Assert.Contains(lines, line => line.StartsWith("- SEM2010, shop.yaml line 20: ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("//", StringComparison.Ordinal) || line.Contains("auto-generated", StringComparison.Ordinal));

        await BuildAsync(folder, "-p:SemelReport=docs/inferred.md");
        Assert.Equal(lines, await File.ReadAllLinesAsync(Path.Combine(folder, "docs", "inferred.md"), TestContext.Current.CancellationToken));
    }

    private static async Task BuildAsync(string folder, params string[] properties)
    {
        var (built, output) = await Command.RunAsync(folder, "dotnet", ["build", "--nologo", "-v", "m", .. properties]);
        Assert.True(built == 0, output);
        Assert.DoesNotContain("warning", output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }
}
