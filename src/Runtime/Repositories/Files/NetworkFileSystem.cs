namespace Semel;

/// <summary>
/// File systems that other machines share. Their locks are no proof that a runner is dead, and some grant one lock twice.
/// </summary>
internal static class NetworkFileSystem
{
    /// <summary>Names the network file system that holds the folder; null where it is a local one.</summary>
    public static string? Holding(string folder)
    {
        if (!OperatingSystem.IsWindows()) return Recognise(new DriveInfo(folder).DriveFormat);
        if (folder.StartsWith(@"\\", StringComparison.Ordinal) && !folder.StartsWith(@"\\?\", StringComparison.Ordinal)) return "a network share";
        return Path.GetPathRoot(folder) is [var letter, ':', ..] && new DriveInfo(letter.ToString()).DriveType == DriveType.Network ? "a network drive" : null;
    }

    public static string? Recognise(string format) => format.ToLowerInvariant() switch
    {
        "nfs" or "nfs4" or "cifs" or "smb" or "smb2" or "smb3" or "smbfs" or "afpfs" or "webdav" or "ncp" or "ncpfs" or "afs" or "coda" or "ceph" or "lustre" or "gpfs" or "ocfs2" or "gfs2"
            or "fuse.sshfs" or "fuse.glusterfs" or "fuse.s3fs" or "fuse.rclone" or "fuse.davfs" => format,
        _ => null,
    };
}
