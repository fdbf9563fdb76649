using System.Collections.Concurrent;

namespace Semel.Analyzers.Tests.Shapes;

/// <summary>Each rule about what methods do, in each shape of code that it can stand in: warned of once, at its place, and nothing else is.</summary>
public sealed class ShapeTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string[] Expected, string[] Actual)>>> Runs = new();

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var shape in Shape.All)
            {
                foreach (var subject in shape.Subjects) rows.Add(shape.Name, subject.Rule);
            }

            return rows;
        }
    }

    [Theory]
    [Trait("Feature", "K2")]
    [Trait("Feature", "K3")]
    [MemberData(nameof(Rows))]
    public async Task Rule_WarnsOnce_InEveryShape(string shape, string rule)
    {
        var code = Shape.All.Single(one => one.Name == shape);
        var file = $"{rule}.cs";
        var (expected, actual) = code.IsProgram ? await RunAsync([.. code.Files().Where(one => one.Name == file)]) : await Runs.GetOrAdd(shape, _ => new(() => RunAsync(code.Files()))).Value;
        Assert.Single(expected, IsThere);
        Assert.Equal(expected.Where(IsThere), actual.Where(IsThere));

        bool IsThere(string warning) => warning.StartsWith(file, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRule_AboutWhatMethodsDo_HasASubject() => Assert.Equal(
        DiagnosticCatalogue.Descriptors.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "SEM3000") > 0).Except(["SEM3002", "SEM3011", "SEM3013", "SEM3014"]).Order(StringComparer.Ordinal),
        Subject.All.Select(subject => subject.Rule).Order(StringComparer.Ordinal));

    private static Task<(string[] Expected, string[] Actual)> RunAsync(IReadOnlyList<(string Name, string Text)> files) => Markup.RunAsync(ForeignCodeTests.AllAnalyzers, [("Types.cs", Subject.Types), .. files]);
}
