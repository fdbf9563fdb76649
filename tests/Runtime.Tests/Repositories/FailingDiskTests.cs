using System.Globalization;

namespace Semel.Runtime.Tests;

/// <summary>A disk that fails in one system call of a real process: the call is answered with an error that the disk would give.</summary>
public sealed class FailingDiskTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Theory, Trait("Feature", "C2")]
    [InlineData("fsync", 1)]
    [InlineData("fsync", 2)]
    [InlineData("fsync", 3)]
    [InlineData("fsync", 4)]
    [InlineData("fsync", 5)]
    [InlineData("fsync", 6)]
    [InlineData("fsync", 7)]
    [InlineData("fsync", 8)]
    [InlineData("pwrite64", 1)]
    [InlineData("pwrite64", 2)]
    [InlineData("rename", 1)]
    [InlineData("rename", 2)]
    public async Task CallThatFails_IsAnErrorThatSaysSo_AndTheRecordIsWhole(string call, int number)
    {
        await WriteAsync(2);

        var (reported, error) = await RunAsync(["-e", $"inject={call}:error=EIO:when={number}"], "write", "2");

        Assert.Contains("Semel.StateException: The data repository cannot use ", error);
        Assert.Contains("Input/output error", error);
        Assert.Contains("See to the disk and run again", error);
        await AssertWholeAsync(reported);
    }

    [Fact, Trait("Feature", "C2")]
    public async Task WriterThatLoses_GoesOnOnlyWithWhatIsOnTheDisk()
    {
        await WriteAsync(1);
        const int ofFolders = 3;

        Assert.Equal(["ready", "0"], (await RunAsync([], "race", "1")).Reported);
        var (reported, error) = await RunAsync(["-e", $"inject=fsync:error=EIO:when={ofFolders + 1}"], "race", "1");

        Assert.Equal(["ready"], reported);
        Assert.Contains("Input/output error", error);
    }

    [Theory, Trait("Feature", "C6")]
    [InlineData("EIO", "See to the disk")]
    [InlineData("EACCES", "Give this user the right")]
    public async Task RecordThatTheDiskDoesNotGive_IsAnError_NotAbsent(string code, string advice)
    {
        await WriteAsync(1);

        var (reported, error) = await RunAsync(["-P", RecordPaths.Of(Folder, Sample.Key).Record, "-e", $"inject=openat,open:error={code}"], "write", "1");

        Assert.Empty(reported);
        Assert.Contains("Semel.StateException", error);
        Assert.Contains(advice, error);
        await AssertWholeAsync(reported);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task HistoryThatTheDiskDoesNotList_IsAnError_NotAnAbsentRecord()
    {
        var (reported, error) = await RunAsync(["-P", RecordPaths.Of(Folder, Sample.Key).History, "-e", "inject=openat,open:error=EIO"], "write", "1");

        Assert.Empty(reported);
        Assert.Contains("Semel.StateException", error);
    }

    [Theory]
    [InlineData("ENOSPC", "disk is full")]
    [InlineData("EDQUOT", "disk quota is used up")]
    [InlineData("EROFS", "read-only")]
    [InlineData("EACCES", "right to read and write")]
    public async Task FolderThatCannotBeMade_IsAnErrorThatSaysWhatToDo(string code, string advice)
    {
        var (reported, error) = await RunAsync(["-P", RecordPaths.Of(Folder, Sample.Key).Folder, "-e", $"inject=mkdir,mkdirat:error={code}"], "write", "1");

        Assert.Empty(reported);
        Assert.Contains("Semel.StateException", error);
        Assert.Contains(advice, error);
        Assert.Null(await new FileDataRepository(Folder).FindAsync(Sample.Key));
    }

    /// <summary>A disk that is full before the bytes of a write, and one that says so only when it is flushed.</summary>
    [Theory, Trait("Feature", "C2")]
    [InlineData("pwrite64", 1, "ENOSPC", "disk is full")]
    [InlineData("fsync", 2, "ENOSPC", "disk is full")]
    [InlineData("pwrite64", 1, "EDQUOT", "disk quota is used up")]
    [InlineData("rename", 1, "EROFS", "read-only")]
    public async Task DiskThatTakesNoMore_IsAnErrorThatSaysWhatToDo_AndTheRecordIsWhole(string call, int number, string code, string advice)
    {
        await WriteAsync(2);

        var (reported, error) = await RunAsync(["-e", $"inject={call}:error={code}:when={number}"], "write", "2");

        Assert.Contains("Semel.StateException: The data repository cannot use ", error);
        Assert.Contains(advice, error);
        await AssertWholeAsync(reported);
    }

    [Fact, Trait("Feature", "C8")]
    public async Task RemovalThatFails_IsAnError_AndLeavesAContiguousHistory()
    {
        await WriteAsync(8);

        var (_, error) = await RunAsync(["-P", RecordPaths.Of(Folder, Sample.Key).Version(3), "-e", "inject=unlink,unlinkat:error=EIO"], "trim");

        Assert.Contains("Semel.StateException", error);
        Assert.Equal([3, 4, 5, 6, 7, 8], await new FileDataRepository(Folder).HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
    }

    private async Task AssertWholeAsync(IReadOnlyList<string> reported)
    {
        var repository = new FileDataRepository(Folder);
        var last = (await repository.FindAsync(Sample.Key))!.Version;
        Assert.InRange(last, reported.Count == 0 ? 1 : long.Parse(reported[^1], CultureInfo.InvariantCulture), 4);
        Assert.Equal(Enumerable.Range(1, (int)last).Select(version => (long)version), await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
        Assert.NotNull(await repository.TryWriteAsync(Sample.Live(), last));
        Assert.DoesNotContain(TemporaryFolder.Files(Folder), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private async Task WriteAsync(int versions)
    {
        var repository = new FileDataRepository(Folder);
        for (var version = 0; version < versions; version++) await repository.TryWriteAsync(Sample.Gone(), version);
    }

    private async Task<(IReadOnlyList<string> Reported, string Error)> RunAsync(string[] injected, string command, params string[] arguments)
    {
        Trace.Require();
        using var worker = Worker.Start([], ["strace", "-f", "-qq", "-o", Path.Combine(temporary.Path, "trace"), .. injected], command, Folder, arguments);
        worker.Go();
        return await worker.EndAsync();
    }
}
