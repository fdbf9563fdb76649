using System.Diagnostics;
using System.Globalization;
using Semel.Testing;

namespace Semel.Samples.Web;

/// <summary>Starts the small cloud and runs the program against it, each run a process of its own, until all is there, then once more.</summary>
internal sealed class Story(bool killAfterPost)
{
    private const string Wrong = "10.0.0.0/99";
    private const string Right = "10.0.0.0/24";
    private static readonly string[] Kinds = [CloudKind.Networks, CloudKind.Tags, CloudKind.Servers, CloudKind.LoadBalancers, CloudKind.Firewalls];

    private readonly string _folder = Path.Combine(".semel", "demo-" + DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));

    /// <returns>0 when the story ended as it should.</returns>
    public async Task<int> TellAsync()
    {
        await using var cloud = await CloudServer.StartAsync();
        Console.WriteLine("A network, a tag, two servers, a load balancer and a firewall, on a small cloud on this machine.");
        var number = 0;
        await RunAsync(cloud, $"Run {++number}: the network's range is wrong", Wrong);
        if (killAfterPost) await RunAsync(cloud, $"Run {++number}: the range is right, but the process is killed between the reply of the first server and its record", Right, "--parallel", "1", "--die-after-post");
        await RunAsync(cloud, killAfterPost ? $"Run {++number}: again" : $"Run {++number}: the range is right", Right);
        var applied = cloud.Applied.Count;
        await RunAsync(cloud, $"Run {++number}: once more", Right);

        var once = Kinds.All(kind => cloud.Count(kind) == (kind == CloudKind.Servers ? 2 : 1)) && cloud.Applied.Count == applied;
        Console.WriteLine();
        Console.WriteLine(once ? "Exactly one of each; the last run changed nothing." : "That is not one of each.");
        Console.WriteLine($"The records are in {_folder}: run this program with list --repository {_folder}");
        return once ? 0 : 1;
    }

    private async Task RunAsync(CloudServer cloud, string title, string range, params string[] more)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        var before = cloud.Applied.Count;
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Story).Assembly.Location);
        foreach (var argument in new[] { "run", "--api", cloud.BaseAddress.ToString(), "--range", range, "--repository", _folder }.Concat(more)) start.ArgumentList.Add(argument);
        using var run = Process.Start(start)!;
        await run.WaitForExitAsync();
        if (run.ExitCode > 128) Console.WriteLine($"  killed (exit code {run.ExitCode})");
        Console.WriteLine($"  the cloud counts: {string.Join(", ", Kinds.Select(kind => $"{kind.Replace('_', ' ')} {cloud.Count(kind)}"))}; changes in this run: {cloud.Applied.Count - before}");
    }
}
