namespace Semel;

/// <summary>
/// File systems that other machines share. Their locks are no proof that a runner is dead, and some grant one lock twice.
/// </summary>
internal static class NetworkFileSystem
{
    /// <summary>Names the network file system that holds the folder; null where it is a local one.</summary>
    public static string? Holding(string folder)
    {
        if (!OperatingSystem.IsWindows()) return Recognise(FormatOf(folder));
        if (folder.StartsWith(@"\\", StringComparison.Ordinal) && !folder.StartsWith(@"\\?\", StringComparison.Ordinal)) return "a network share";
        return Path.GetPathRoot(folder) is [var letter, ':', ..] && new DriveInfo(letter.ToString()).DriveType == DriveType.Network ? "a network drive" : null;
    }

    /// <summary>Whether processes outside this system may use the folder past its locks; true also where that cannot be found out.</summary>
    public static bool MayBeShared(string folder)
    {
        try
        {
            return Holding(folder) is not null || (!OperatingSystem.IsWindows() && IsForeign(FormatOf(folder)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return true;
        }
    }

    public static string FormatOf(string folder) => new DriveInfo(folder).DriveFormat;

    public static string? Recognise(string format) => format.ToLowerInvariant() switch
    {
        "nfs" or "nfs4" or "cifs" or "smb" or "smb2" or "smb3" or "smbfs" or "afpfs" or "webdav" or "ncp" or "ncpfs" or "afs" or "coda" or "ceph" or "lustre" or "gpfs" or "ocfs2" or "gfs2"
            or "beegfs" or "pvfs2" or "fuse.sshfs" or "fuse.glusterfs" or "fuse.ceph" or "fuse.s3fs" or "fuse.gcsfuse" or "fuse.blobfuse2" or "fuse.juicefs" or "fuse.rclone" or "fuse.davfs" => format,
        _ => null,
    };

    /// <summary>Another program, or the machine around this one, keeps the files: it may give them to others too.</summary>
    public static bool IsForeign(string format) =>
        format.ToLowerInvariant() is "9p" or "v9fs" or "virtiofs" or "drvfs" or "vboxsf" or "vmhgfs" or "prl_fs" or "fuse" or ['f', 'u', 's', 'e', '.', ..];
}
