using System.Globalization;

namespace Semel.Runtime.Tests;

/// <summary>Processes that share a folder, and die at it.</summary>
public sealed class FileDataRepositoryProcessTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Theory, Trait("Feature", "C2")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task KilledDuringAThousandWrites_TheLastRecordReads_AndVersionsAreContiguous(int seed)
    {
        var random = new Random(seed);
        var previous = 0L;
        for (var round = 0; round < 6; round++)
        {
            using var worker = Worker.Start("write", Folder, "1000");
            var reported = previous;
            for (var line = random.Next(1, 160); line > 0; line--) reported = long.Parse(await worker.ReadLineAsync(), CultureInfo.InvariantCulture);
            if (await worker.KillAsync() is [.., var last] rest && rest.Count > 1) reported = long.Parse(rest[^2], CultureInfo.InvariantCulture);

            var repository = new FileDataRepository(Folder);
            var record = await repository.FindAsync(Sample.Key);
            Assert.InRange(record!.Version, reported, previous + 1000);
            Assert.Equal(Enumerable.Range(1, (int)record.Version).Select(version => (long)version), await repository.HistoryAsync(Sample.Key).Select(version => version.Version).ToListAsync());
            Assert.Equal(record.Version, Assert.Single(await repository.ListAsync("prod").ToListAsync()).Version);
            previous = record.Version;
        }
        Assert.NotNull(await new FileDataRepository(Folder).TryWriteAsync(Sample.Gone(), previous));
        Assert.DoesNotContain(TemporaryFolder.Files(Folder), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact, Trait("Feature", "C2")]
    public async Task KilledWhileWritingInPlace_TheRecordIsTorn_AndSaysSo()
    {
        var repository = new FileDataRepository(Folder);
        await repository.TryWriteAsync(Sample.Live(), 0);
        var path = TemporaryFolder.RecordIn(Folder);
        var whole = await File.ReadAllBytesAsync(path);

        var torn = 0;
        for (var round = 0; round < 20 && torn == 0; round++)
        {
            await File.WriteAllBytesAsync(path, whole);
            using var worker = Worker.Start("write-in-place", Folder, path);
            await worker.ReadLineAsync();
            await worker.KillAsync();
            if ((await File.ReadAllBytesAsync(path)).SequenceEqual(whole)) continue;
            torn++;
            await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key));
        }
        Assert.Equal(1, torn);
    }

    [Fact, Trait("Feature", "C3")]
    public async Task EightProcessesOf64Tasks_OnOneKey_OneWins()
    {
        var workers = Enumerable.Range(0, 8).Select(_ => Worker.Start("race", Folder, "64")).ToList();
        try
        {
            foreach (var worker in workers) Assert.Equal("ready", await worker.ReadLineAsync());
            foreach (var worker in workers) worker.Go();
            var wins = 0;
            foreach (var worker in workers) wins += int.Parse(await worker.ReadLineAsync(), CultureInfo.InvariantCulture);

            Assert.Equal(1, wins);
            Assert.Equal(1, (await new FileDataRepository(Folder).FindAsync(Sample.Key))!.Version);
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }

    [Fact, Trait("Feature", "H4")]
    public async Task LockOfAKilledProcess_IsFree()
    {
        using var worker = Worker.Start("hold", Folder);
        Assert.Equal($"held by {worker.ProcessId}", await worker.ReadLineAsync());
        var repository = new FileDataRepository(Folder);
        Assert.Null(await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));

        await worker.KillAsync();

        await using var held = await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
        Assert.NotNull(held);
        using var another = Worker.Start("hold", Folder);
        Assert.Equal("busy", await another.ReadLineAsync());
    }

    [Fact, Trait("Feature", "H5")]
    public async Task HolderInAnotherProcess_IsNamed_UntilItIsKilled_ThoughItsFileSaysMore()
    {
        using var worker = Worker.Start("hold", Folder);
        Assert.Equal($"held by {worker.ProcessId}", await worker.ReadLineAsync());
        var repository = new FileDataRepository(Folder);

        var holder = await repository.FindHolderAsync(Sample.Key);

        Assert.Equal(new Runner(Environment.MachineName, worker.ProcessId, "run", repository.LockDomain, DateTimeOffset.UnixEpoch), holder);

        await worker.KillAsync();

        Assert.Equal(worker.ProcessId, HolderFile.Read(RecordPaths.Of(Folder, Sample.Key).Holder)!.Process);
        Assert.Null(await repository.FindHolderAsync(Sample.Key));
        await using var held = await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
        Assert.Equal(Sample.Runner, await new FileDataRepository(Folder).FindHolderAsync(Sample.Key));
    }

    [Fact, Trait("Feature", "H5")]
    public async Task HolderThatIsDone_IsNamedNoLonger()
    {
        using var worker = Worker.Start("hold", Folder);
        await worker.ReadLineAsync();

        worker.Go();
        await worker.EndAsync();

        Assert.Null(await new FileDataRepository(Folder).FindHolderAsync(Sample.Key));
        Assert.False(File.Exists(RecordPaths.Of(Folder, Sample.Key).Holder));
    }

    [Theory, Trait("Feature", "H5")]
    [InlineData("")]
    [InlineData("{ \"host\": \"h\", \"proc")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"host\": null, \"process\": 1, \"run\": \"r\", \"domain\": \"d\", \"since\": \"2024-02-29T23:59:58Z\" }")]
    public async Task HolderFileThatIsTorn_TellsNothing_AndTheLockIsHeldAllTheSame(string content)
    {
        using var worker = Worker.Start("hold", Folder);
        await worker.ReadLineAsync();
        await File.WriteAllTextAsync(RecordPaths.Of(Folder, Sample.Key).Holder, content);
        var repository = new FileDataRepository(Folder);

        Assert.Null(await repository.FindHolderAsync(Sample.Key));
        Assert.Null(await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));
    }

    [Theory, Trait("Feature", "C8")]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public async Task KilledWhileOldVersionsAreRemoved_TheHistoryIsContiguous_AndTheNextRunGoesOn(int after)
    {
        using (var writer = Worker.Start("write", Folder, "120")) await writer.EndAsync();
        var history = RecordPaths.Of(Folder, Sample.Key).History;
        using var worker = Worker.Start("trim", Folder);
        await worker.ReadLineAsync();
        worker.Go();
        while (Directory.EnumerateFiles(history).Count() > 119 - after) await Task.Yield();

        await worker.KillAsync();

        var repository = new FileDataRepository(Folder);
        var left = await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync();
        Assert.Equal(Enumerable.Range(121 - left.Count, left.Count).Select(version => (long)version), left);
        Assert.InRange(left.Count, 2, 120 - after);
        Assert.Equal(left.Count - 2, (await repository.TrimHistoryAsync("prod", new(), dryRun: false)).Sum(one => one.Count));
        Assert.Equal([119, 120], await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
    }

    [Fact]
    public async Task SwitchedOffFileLocking_IsNoticed_BeforeAnythingIsWritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File locking cannot be switched off on Windows.");
        using var worker = Worker.Start(new() { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" }, [], "write", Folder, "1");

        Assert.Contains("file locking is switched off", (await worker.EndAsync()).Error);
        Assert.Null(await new FileDataRepository(Folder).FindAsync(Sample.Key));
    }

    [Fact, Trait("Feature", "B1")]
    public async Task Identity_IsTheSame_InAnotherProcessOfAnotherCulture()
    {
        using var worker = Worker.Start(new() { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" }, [], "identity", Folder);

        Assert.Equal(IdempotencyKey.Create("prod", "Droplets", "web-1", 1), await worker.ReadLineAsync());
        Assert.Equal(Marker.For(Sample.Key, 1).ToString(), await worker.ReadLineAsync());
    }
}
