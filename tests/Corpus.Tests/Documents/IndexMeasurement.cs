using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Documents;

/// <summary>
/// First reading in a process. For figures run one case alone, in Release:
/// <c>dotnet run -c Release --project tests/Corpus.Tests -- -method '*IndexMeasurement.Json*' -showliveoutput</c>.
/// </summary>
[Trait("Category", "Measurement")]
public sealed class IndexMeasurement(ITestOutputHelper output)
{
    private static readonly TimeSpan Absurd = TimeSpan.FromSeconds(2);

    [Fact]
    public void Json_OfThreePointSevenMegabytes_IsIndexedAndOnePathIsReached() => Measure("digitalocean/bundled.json");

    [Fact]
    public void Yaml_OfTwoPointFourMegabytes_IsIndexedAndOnePathIsReached() => Measure("digitalocean/bundled-2025-11.yaml");

    private void Measure(string file)
    {
        var path = Path.Combine(SpecsFolder.Require(), file);
        using var stream = File.OpenRead(path);
        var text = SourceText.From(stream);
        var cpu = Environment.CpuUsage.TotalTime;
        var first = Stopwatch.GetTimestamp();
        var document = SpecReader.Read(path, text, CancellationToken.None);
        var indexed = Stopwatch.GetElapsedTime(first);
        var indexedCpu = Environment.CpuUsage.TotalTime - cpu;
        var post = document.Root["paths"]?["/v2/droplets"]?["post"]?["operationId"]?.Text;
        var reached = Stopwatch.GetElapsedTime(first) - indexed;
        var reachedCpu = Environment.CpuUsage.TotalTime - cpu - indexedCpu;
        var again = Stopwatch.GetTimestamp();
        SpecReader.Read(path, text, CancellationToken.None);
        var second = Stopwatch.GetElapsedTime(again);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: index {indexed.TotalMilliseconds:F1} ms (processor {indexedCpu.TotalMilliseconds:F1}), one path reached {reached.TotalMilliseconds:F1} ms (processor {reachedCpu.TotalMilliseconds:F1}), index again {second.TotalMilliseconds:F1} ms"));
        Assert.Equal("droplets_create", post);
        Assert.Empty(document.Errors);
        Assert.True(indexed + reached < Absurd, $"{indexed + reached} is no index.");
    }
}
