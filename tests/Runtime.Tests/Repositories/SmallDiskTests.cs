using System.Diagnostics;

namespace Semel.Runtime.Tests;

/// <summary>Disks that are full or read-only, as real file systems.</summary>
public sealed class SmallDiskTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => Path.Combine(temporary.Path, "state");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task ReadOnlyFileSystem_IsAnError_ThatSaysSo_AndReadingStillWorks()
    {
        Directory.CreateDirectory(Folder);
        using var mount = Mount("mode=700");
        await WriteAsync(2);
        await WriteAtRestAsync(new("prod", "Droplets", "old"), 3);
        mount.Remount("ro");
        var repository = new FileDataRepository(Folder);

        foreach (var error in new[]
        {
            await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Gone(), 2)),
            await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Gone() with { Key = new("new", "m", "i") }, 0)),
            await Assert.ThrowsAsync<StateException>(async () => await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero)),
            await Assert.ThrowsAsync<StateException>(async () => await repository.TrimHistoryAsync("prod", new(), dryRun: false)),
        })
        {
            Assert.Contains("read-only", error.Message);
            Assert.Contains(Folder, error.Message);
        }
        Assert.Equal(2, (await repository.FindAsync(Sample.Key))!.Version);
        Assert.Null(await repository.FindHolderAsync(Sample.Key));
        Assert.Equal(1, Assert.Single(await repository.TrimHistoryAsync("prod", new(), dryRun: true)).Count);
    }

    [Fact]
    public async Task DiskWithoutRoomForAFile_IsAnError_ForLocksToo()
    {
        Directory.CreateDirectory(Folder);
        using var mount = Mount("mode=700,nr_inodes=16");
        await WriteAsync(1);
        for (var file = 0; TryFill(file); file++)
        {
        }
        var repository = new FileDataRepository(Folder);

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));

        Assert.Contains("disk is full", error.Message);
        Assert.Equal(1, (await repository.FindAsync(Sample.Key))!.Version);

        bool TryFill(int file)
        {
            try
            {
                File.WriteAllText(Path.Combine(Folder, $"{file}"), "");
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    [Fact, Trait("Feature", "H5")]
    public async Task DiskWithoutRoomToSayWhoHoldsTheLock_StopsNobody_AndNamesNobody()
    {
        Directory.CreateDirectory(Folder);
        using var mount = Mount("mode=700,size=64k");
        await (await new FileDataRepository(Folder).TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero))!.DisposeAsync();
        await using (var filling = new FileStream(Path.Combine(Folder, "filling"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            Assert.ThrowsAny<IOException>(() => filling.Write(new byte[1 << 20]));

        await using var held = await new FileDataRepository(Folder).TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);

        Assert.NotNull(held);
        Assert.Null(await new FileDataRepository(Folder).FindHolderAsync(Sample.Key));
        Assert.Null(await new FileDataRepository(Folder).TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero));
    }

    [Fact]
    public async Task FullDisk_IsAnError_AndTheRecordIsAsItWas()
    {
        Directory.CreateDirectory(Folder);
        using var mount = Mount("mode=700,size=256k");
        await WriteAsync(2);
        var repository = new FileDataRepository(Folder);
        var big = Sample.Live() with { Attributes = Sample.Attributes($$"""{ "filling": "{{new string('x', 300_000)}}" }""") };

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(big, 2));

        Assert.Contains("disk is full", error.Message);
        Assert.Contains(Folder, error.Message);
        Assert.Equal([1, 2], await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
        Assert.NotNull(await repository.TryWriteAsync(Sample.Gone(), 2));
    }

    [Fact]
    public async Task DiskThatFillsUpInTheHistory_IsAnError_AndTheRecordIsAsItWas()
    {
        Directory.CreateDirectory(Folder);
        using var mount = Mount("mode=700,size=256k");
        var big = Sample.Live() with { Attributes = Sample.Attributes($$"""{ "filling": "{{new string('x', 100_000)}}" }""") };
        var repository = new FileDataRepository(Folder);
        await repository.TryWriteAsync(big, 0);

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(big, 1));

        Assert.Contains("disk is full", error.Message);
        Assert.Equal([1], await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
        Assert.NotNull(await repository.TryWriteAsync(Sample.Gone(), 1));
    }

    private async Task WriteAsync(int versions)
    {
        var repository = new FileDataRepository(Folder);
        for (var version = 0; version < versions; version++) Assert.NotNull(await repository.TryWriteAsync(Sample.Live(id: $"{version}"), version));
    }

    private async Task WriteAtRestAsync(ResourceKey key, int versions)
    {
        var repository = new FileDataRepository(Folder);
        for (var version = 0; version < versions; version++) Assert.NotNull(await repository.TryWriteAsync(Sample.Gone() with { Key = key }, version));
    }

    private SmallDisk Mount(string options) => SmallDisk.TryMount(Folder, options) is { } disk ? disk : Skipped();

    private static SmallDisk Skipped()
    {
        Assert.Skip("Needs the right to mount a small file system.");
        throw new UnreachableException();
    }
}
