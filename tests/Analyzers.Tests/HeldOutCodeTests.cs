namespace Semel.Analyzers.Tests;

/// <summary>Foreign client code that was written and judged before any rule saw it, in the styles of well-known SDKs and applications: how precise the first three rules are.</summary>
[Trait("Feature", "K1")]
[Trait("Feature", "K2")]
[Trait("Feature", "K3")]
public sealed class HeldOutCodeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Analyzers.Tests", "Foreign", "HeldOut");
    private static readonly Lazy<Task<(string[] Expected, string[] Actual, string[] Missed)>> Run = new(RunAsync);

    [Fact]
    public async Task NothingIsWarnedOf_ThatNobodyWouldWarnOf()
    {
        var (expected, actual, _) = await Run.Value;
        AssertNone(actual.Except(expected));
    }

    /// <summary>What a person would warn of and the rules don't is marked <c>[-SEM3002:Handle-]</c>, and counts against them.</summary>
    [Fact]
    public async Task WhatIsMarked_IsWarnedOf()
    {
        var (expected, actual, _) = await Run.Value;
        AssertNone(expected.Except(actual));
    }

    [Theory]
    [InlineData("SEM3002", 38, 2)]
    [InlineData("SEM3003", 7, 0)]
    [InlineData("SEM3004", 8, 0)]
    public async Task Rule_FindsWhatIsThere(string rule, int found, int missed)
    {
        var (_, actual, misses) = await Run.Value;
        Assert.Equal((found, missed), (Of(actual), Of(misses)));

        int Of(string[] warnings) => warnings.Count(warning => warning.Contains(rule, StringComparison.Ordinal));
    }

    private static void AssertNone(IEnumerable<string> warnings) => Assert.True(!warnings.Any(), string.Join(Environment.NewLine, warnings));

    private static async Task<(string[] Expected, string[] Actual, string[] Missed)> RunAsync()
    {
        var missed = new List<string>();
        var sources = Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), Markup.WithoutMisses(Path.GetFileName(path), File.ReadAllText(path), missed))).ToList();
        var (expected, actual) = await Markup.RunAsync(ForeignCodeTests.AllAnalyzers, [.. sources]);
        return (expected, actual, [.. missed]);
    }
}
