namespace Semel.Processes;

/// <summary>For what another process or the server does, and nothing reports.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task IsAsync(Func<bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain: {what}.");
            await Task.Delay(1);
        }
    }
}
