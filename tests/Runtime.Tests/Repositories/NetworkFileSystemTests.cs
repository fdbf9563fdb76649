namespace Semel.Runtime.Tests;

[Trait("Feature", "H4")]
public sealed class NetworkFileSystemTests
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
}
