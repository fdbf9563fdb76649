namespace Semel.Runtime.Tests;

[Trait("Feature", "H4")]
public sealed class NetworkFileSystemTests : IDisposable
{
    [Theory]
    [InlineData("nfs")]
    [InlineData("nfs4")]
    [InlineData("CIFS")]
    [InlineData("smb3")]
    [InlineData("fuse.sshfs")]
    public void NetworkFileSystems_AreRecognised(string format) => Assert.Equal(format, NetworkFileSystem.Recognise(format));

    [Theory]
    [InlineData("ext4")]
    [InlineData("ext3")]
    [InlineData("xfs")]
    [InlineData("btrfs")]
    [InlineData("tmpfs")]
    [InlineData("overlay")]
    [InlineData("apfs")]
    [InlineData("NTFS")]
    public void LocalFileSystems_AreNot(string format) => Assert.Null(NetworkFileSystem.Recognise(format));

    [Theory]
    [InlineData("9p")]
    [InlineData("virtiofs")]
    [InlineData("vboxsf")]
    [InlineData("fuse")]
    [InlineData("fuse.unheard-of")]
    public void FileSystemsThatAnotherProgramKeeps_ProveNothingAboutOthers_ButAreNotRefused(string format)
    {
        Assert.True(NetworkFileSystem.IsForeign(format));
        Assert.Null(NetworkFileSystem.Recognise(format));
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("fuseblk")]
    [InlineData("overlay")]
    public void FileSystemsOfThisSystem_AreNotForeign(string format) => Assert.False(NetworkFileSystem.IsForeign(format));

    [Fact]
    public void FolderOfThisTest_IsLocal()
    {
        Assert.Null(NetworkFileSystem.Holding(Path.GetTempPath()));
        Assert.False(NetworkFileSystem.MayBeShared(Path.GetTempPath()));
    }

    [Fact]
    public void FolderThatIsNotThere_MayBeAnything() => Assert.True(NetworkFileSystem.MayBeShared(Path.Combine(Path.GetTempPath(), "semel-no-such-folder", "state")));

    [Fact]
    public void FileSystemOfAMountedFolder_IsSeen_AlsoBelowIt_AndThroughALink()
    {
        using var temporary = new TemporaryFolder();
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Path, "mounted")).FullName;
        using var mount = SmallDisk.TryMount(folder, "mode=700");
        Assert.SkipWhen(mount is null, "Needs the right to mount a small file system.");
        var below = Directory.CreateDirectory(Path.Combine(folder, "a", "b")).FullName;
        var link = Directory.CreateSymbolicLink(Path.Combine(temporary.Path, "link"), below).FullName;

        Assert.All([folder, below, link, Path.Combine(link, "..", "b")], path => Assert.Equal("tmpfs", NetworkFileSystem.FormatOf(path)));
        Assert.NotEqual("tmpfs", NetworkFileSystem.FormatOf(temporary.Path));
    }

    /// <summary>Nobody mounts a share here: a process of its own is told by the system that all it sees is one.</summary>
    [Theory]
    [InlineData("nfs4")]
    [InlineData("cifs")]
    [InlineData("fuse.sshfs")]
    public async Task RepositoryOnANetworkFileSystem_GivesNoLock_AndSaysWhatToDo(string format)
    {
        var (lines, error) = await RunAsync(format, "hold");

        Assert.Empty(lines);
        Assert.Contains($"Semel.StateException: The data repository cannot use ", error);
        Assert.Contains($"it is on {format}", error);
        Assert.Contains("Give a folder on a local disk, or use a shared database", error);
    }

    [Theory]
    [InlineData("fuse.unheard-of", false)]
    [InlineData("ext4", true)]
    public async Task RepositoryOnAFileSystemThatOthersMayUse_GivesALock_ThatProvesNothingToTheNextRun(string format, bool proves)
    {
        Assert.StartsWith("held by", Assert.Single((await RunAsync(format, "hold")).Lines), StringComparison.Ordinal);
        Assert.Equal(proves, Assert.Single((await RunAsync(format, "domain")).Lines) == Assert.Single((await RunAsync(format, "domain")).Lines));
    }

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    /// <summary>Runs a worker whose list of mounts names this format everywhere.</summary>
    private async Task<(IReadOnlyList<string> Lines, string Error)> RunAsync(string format, string command)
    {
        const string script = """sed "s# - [^ ]* # - $0 #" /proc/self/mountinfo > "$1" && mount --bind "$1" /proc/$$/mountinfo && shift && exec "$@" """;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Worker.CanRun("unshare", "-m", "true"), "Needs the right to have mounts of its own.");
        using var worker = Worker.Start([], ["unshare", "-m", "sh", "-c", script, format, Path.Combine(temporary.Path, "mounts")], command, Path.Combine(temporary.Path, "state"));
        worker.Go();
        return await worker.EndAsync();
    }
}
