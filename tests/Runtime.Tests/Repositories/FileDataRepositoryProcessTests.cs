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
        Assert.Equal("held", await worker.ReadLineAsync());
        var repository = new FileDataRepository(Folder);
        Assert.Null(await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));

        await worker.KillAsync();

        await using var held = await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
        Assert.NotNull(held);
        using var another = Worker.Start("hold", Folder);
        Assert.Equal("busy", await another.ReadLineAsync());
    }

    [Fact]
    public async Task SwitchedOffFileLocking_IsNoticed_BeforeAnythingIsWritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File locking cannot be switched off on Windows.");
        using var worker = Worker.Start(new Dictionary<string, string> { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" }, "write", Folder, "1");

        Assert.Contains("file locking is switched off", await worker.ErrorAsync());
        Assert.Null(await new FileDataRepository(Folder).FindAsync(Sample.Key));
    }

    [Fact, Trait("Feature", "B1")]
    public async Task Identity_IsTheSame_InAnotherProcessOfAnotherCulture()
    {
        using var worker = Worker.Start(new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" }, "identity", Folder);

        Assert.Equal(IdempotencyKey.Create("prod", "Droplets", "web-1", 1), await worker.ReadLineAsync());
        Assert.Equal(Marker.For(Sample.Key, 1).ToString(), await worker.ReadLineAsync());
    }
}
