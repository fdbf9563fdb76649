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

    [Fact]
    public void FolderOfThisTest_IsLocal() => Assert.Null(NetworkFileSystem.Holding(Path.GetTempPath()));
}
