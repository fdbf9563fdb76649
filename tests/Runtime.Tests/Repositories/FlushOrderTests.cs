namespace Semel.Runtime.Tests;

/// <summary>What the process really asked the system for, in which order.</summary>
[Trait("Feature", "C2")]
public sealed class FlushOrderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Writes_AreOnTheDisk_BeforeTheyAreReported() => Assert.Empty(FlushOrder.Check(Trace.Read(await TraceAsync("write", "3")), Folder));

    [Fact]
    public async Task FoldersThatADyingProcessMade_AreOnTheDisk_BeforeTheFirstReport()
    {
        Directory.CreateDirectory(RecordPaths.Of(Folder, Sample.Key).Folder);

        Assert.Empty(FlushOrder.Check(Trace.Read(await TraceAsync("write", "1")), Folder));
    }

    [Fact, Trait("Feature", "C8")]
    public async Task Removals_AreOnTheDisk_OneByOne()
    {
        var repository = new FileDataRepository(Folder);
        for (var version = 0; version < 6; version++) await repository.TryWriteAsync(Sample.Gone(), version);

        var trace = await TraceAsync("trim");

        var calls = Trace.Read(trace);
        Assert.Equal(["1.json", "2.json", "3.json", "4.json"], calls.Where(call => call.Kind == CallKind.Remove && call.Texts[^1].StartsWith(Folder, StringComparison.Ordinal)).Select(call => Path.GetFileName(call.Texts[^1])));
        Assert.DoesNotContain(FlushOrder.Check(calls, Folder), wrong => wrong.StartsWith("the removal", StringComparison.Ordinal));
        Assert.Contains(FlushOrder.Check(Trace.Read(Without(trace, RecordPaths.Of(Folder, Sample.Key).History)), Folder), wrong => wrong.StartsWith("the removal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TraceWithoutAFlush_IsNoticed()
    {
        var trace = await TraceAsync("write", "3");
        var paths = RecordPaths.Of(Folder, Sample.Key);

        Assert.All(
            [paths.Record + ".tmp", paths.Version(1) + ".tmp", paths.History, paths.Folder, Path.GetDirectoryName(paths.Folder)!, Folder, temporary.Path],
            flushed => Assert.NotEmpty(FlushOrder.Check(Trace.Read(Without(trace, flushed)), Folder)));
    }

    private static IReadOnlyList<string> Without(IReadOnlyList<string> trace, string flushed)
    {
        var left = trace.Where(line => !(line.Contains("sync(", StringComparison.Ordinal) && line.Contains($"<{flushed}>", StringComparison.Ordinal))).ToList();
        Assert.NotEqual(trace.Count, left.Count);
        return left;
    }

    private async Task<IReadOnlyList<string>> TraceAsync(string command, params string[] arguments)
    {
        Trace.Require();
        var output = Path.Combine(temporary.Path, "trace");
        using var worker = Worker.Start([], ["strace", "-f", "-y", "-qq", "-s", "4096", "-e", "signal=none", "-e", Trace.Calls, "-o", output], command, Folder, arguments);
        worker.Go();
        var (_, error) = await worker.EndAsync();
        Assert.Equal("", error);
        return await File.ReadAllLinesAsync(output);
    }
}
