namespace Semel.Generator.Tests.Oddities;

/// <summary>Every oddity: its client compiles with no warning, says what it can't use at its place, and does what the document means.</summary>
[Trait("Feature", "L1")]
public sealed class OddityTests
{
    private static readonly IReadOnlyList<Oddity> All = [.. NameOddities.All, .. EnumOddities.All, .. SchemaOddities.All, .. UnionOddities.All, .. PathOddities.All, .. ReplyOddities.All, .. BodyOddities.All, .. ParameterOddities.All, .. ServerOddities.All, .. BrokenOddities.All];

    private static readonly Lazy<OddityProject> Project = new(() => new(All));

    public static TheoryData<string> Names() => [.. All.Select(oddity => oddity.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Oddity_IsUnderstood(string name)
    {
        var index = All.ToList().FindIndex(oddity => oddity.Name == name);

        Assert.Equal(All[index].Messages, Project.Value.Messages(index));
        await Project.Value.CheckAsync(index);
    }

    [Fact]
    public void AllOfThem_CompileClean()
    {
        Assert.Null(Project.Value.Exception);
        Assert.Empty(Project.Value.Problems);
    }

    /// <summary>What real documents were found to have, by the list beside them; large ones are measured by the benchmarks.</summary>
    [Fact]
    public void EveryFeatureOfRealDocuments_HasARow()
    {
        var file = Specs.Require("ODDITIES.tsv");
        var features = File.ReadLines(file).Skip(1).Select(line => line.Split('\t')[2].Split("-media:")[0]).Where(feature => !feature.StartsWith("huge", StringComparison.Ordinal)).Distinct();

        Assert.Empty(features.Except(All.SelectMany(oddity => oddity.Features)));
    }
}
