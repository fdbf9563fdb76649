using Microsoft.Extensions.Hosting;

namespace Semel.Testing;

/// <summary>Leaves the signals of the process to the process: the default lifetime would swallow Ctrl+C.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
