using System.Diagnostics;

namespace Semel.CommandLine.Worker;

/// <summary>Kills the process at one point of one key's create: <c>Servers/web-1:after-intent</c>.</summary>
internal sealed class Death(string? at)
{
    /// <summary>The key whose intent was written last; creates come one after the other.</summary>
    public ResourceKey? Current { get; set; }

    public void Pass(ResourceKey? key, string point)
    {
        if (at is not null && key is not null && at == $"{key.Model}/{key.Instance}:{point}") Process.GetCurrentProcess().Kill();
    }
}
