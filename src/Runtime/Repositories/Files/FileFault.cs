namespace Semel;

/// <summary>Turns what the file system says into what a person can act on.</summary>
internal static class FileFault
{
    private const int ReadOnlyFileSystem = 30;
    private const int NoSpace = 28;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);

    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Translate(exception, path);
        }
    }

    public static StateException Translate(Exception exception, string path)
    {
        var what = FileInTheWay(path) is { } file
            ? $"{file} is a file where a folder of the data repository is needed. Move it away, or give another folder."
            : Describe(exception);
        return new StateException($"The data repository cannot use {path}: {what}", path, exception);
    }

    /// <summary>The file that stands where a folder above the path should be; null where there is none.</summary>
    public static string? FileInTheWay(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder)) return folder;
        }
        return null;
    }

    private static string Describe(Exception exception) => exception.HResult switch
    {
        NoSpace or DiskFullOnWindows or HandleDiskFullOnWindows => "the disk is full. The record is as it was before. Free space and run again.",
        QuotaOnLinux when OperatingSystem.IsLinux() => OverQuota,
        QuotaOnMac when OperatingSystem.IsMacOS() => OverQuota,
        ReadOnlyFileSystem when !OperatingSystem.IsWindows() => "its file system is read-only. Give a folder that can be written.",
        _ when exception is UnauthorizedAccessException => $"{exception.Message} Give this user the right to read and write it, or give another folder.",
        _ => $"{exception.Message} See to the disk and run again.",
    };

    private const string OverQuota = "the disk quota is used up. The record is as it was before. Free space and run again.";
}
