namespace Semel;

/// <summary>The file is open elsewhere in a way that excludes us.</summary>
internal static class SharingViolation
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockElsewhere = 35;
    private const int SharingOnWindows = unchecked((int)0x80070020);
    private const int LockOnWindows = unchecked((int)0x80070021);
    private const int MaximumRetries = 50;

    public static bool Is(IOException exception) => exception.HResult is SharingOnWindows or LockOnWindows
        || exception.HResult == (OperatingSystem.IsLinux() ? WouldBlockOnLinux : WouldBlockElsewhere);

    /// <summary>On Windows whatever reads new files, a virus scanner or an indexer, may hold one for a moment; elsewhere nothing is retried.</summary>
    public static void Retry(Action action)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (OperatingSystem.IsWindows() && retry < MaximumRetries
                && exception is UnauthorizedAccessException or IOException { HResult: SharingOnWindows or LockOnWindows })
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(Math.Min(1 << Math.Min(retry, 5), 20)));
            }
        }
    }
}
