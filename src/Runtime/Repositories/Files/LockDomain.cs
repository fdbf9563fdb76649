namespace Semel;

/// <summary>
/// What a free lock of a folder is proof in: one machine, one boot of it, one process namespace, one folder of a local file
/// system. What cannot be found out is taken for different from everything else.
/// </summary>
internal static class LockDomain
{
    private const string ProcessNamespace = "/proc/self/ns/pid";

    public static string Of(string folder) => NetworkFileSystem.MayBeShared(folder)
        ? Text(null, null, null)
        : Text(BootIdentity.Current(), Processes(), FolderIdentity.Of(folder));

    public static string Text(string? boot, string? processes, string? folder) =>
        $"{Environment.MachineName}/{boot ?? Unknown()}/{processes ?? Unknown()}/{folder ?? Unknown()}";

    /// <summary>Processes of two containers of one machine are in different namespaces.</summary>
    private static string? Processes()
    {
        if (!OperatingSystem.IsLinux()) return "processes";
        try
        {
            return new FileInfo(ProcessNamespace).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Unknown() => $"unknown-{Guid.NewGuid():N}";
}
