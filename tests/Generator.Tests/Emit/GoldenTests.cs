namespace Semel.Generator.Tests.Emit;

/// <summary>Generated files are as committed. SEMEL_UPDATE_GOLDEN=1 writes them anew.</summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(TestFolder.Path, "Golden");

    [Theory]
    [InlineData("Droplets")]
    [InlineData("NodePools")]
    [InlineData("Keys")]
    [InlineData("Nested")]
    [InlineData("Stub")]
    [InlineData("StandIn")]
    [InlineData("Notices")]
    [InlineData("Volumes")]
    [InlineData("Buckets")]
    [InlineData("Databases")]
    [InlineData("Shop")]
    [InlineData("Office")]
    [InlineData("Harbour")]
    public void GeneratedFiles_AreAsCommitted(string scenario)
    {
        var files = Emitted.From(GoldenModels.Named(scenario)).ToDictionary(file => $"{scenario}.{file.Key.Replace(".g.cs", ".cs", StringComparison.Ordinal)}", file => file.Value);
        if (Environment.GetEnvironmentVariable("SEMEL_UPDATE_GOLDEN") == "1") Rewrite(scenario, files);
        var committed = Directory.GetFiles(Folder, scenario + ".*").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), committed);
        foreach (var (name, text) in files) Assert.Equal(File.ReadAllText(Path.Combine(Folder, name)), text);
    }

    [Theory]
    [InlineData("Droplets")]
    [InlineData("NodePools")]
    [InlineData("Keys")]
    [InlineData("Nested")]
    [InlineData("Stub")]
    [InlineData("StandIn")]
    [InlineData("Notices")]
    [InlineData("Volumes")]
    [InlineData("Buckets")]
    [InlineData("Databases")]
    [InlineData("Shop")]
    [InlineData("Office")]
    [InlineData("Harbour")]
    public void GeneratedFiles_CompileWithoutAnyWarning(string scenario) =>
        Assert.Empty(Emitted.Problems(GoldenModels.Named(scenario)));

    [Fact]
    public void AllScenariosTogether_CompileWithoutAnyWarning() =>
        Assert.Empty(Emitted.Problems(new[] { "Droplets", "NodePools", "Keys", "Nested", "Stub", "Notices", "Volumes", "Buckets", "Databases", "Shop", "Office", "Harbour" }.Select(GoldenModels.Named)));

    [Fact]
    public void MissingDocumentation_IsSeenByTheCheck()
    {
        var model = GoldenModels.Named("Keys");
        var sources = Emitted.From(model).Values.Select(text => text.Replace("/// <summary>An empty object.</summary>", "", StringComparison.Ordinal));
        Assert.Contains(TestProject.Problems(TestProject.Compilation([.. sources, Emitted.UserPart(model)])), problem => problem.Contains("CS1591", StringComparison.Ordinal));
    }

    [Fact]
    public void ANullWhereNoneBelongs_IsSeenByTheCheck()
    {
        var model = GoldenModels.Named("Keys");
        var sources = Emitted.From(model).Values.Select(text => text.Replace("get => GetString(", "get => GetStringOrNull(", StringComparison.Ordinal));
        Assert.Contains(TestProject.Problems(TestProject.Compilation([.. sources, Emitted.UserPart(model)])), problem => problem.Contains("CS8603", StringComparison.Ordinal));
    }

    private static void Rewrite(string scenario, Dictionary<string, string> files)
    {
        foreach (var stale in Directory.GetFiles(Folder, scenario + ".*")) File.Delete(stale);
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(Folder, name), text);
    }
}
