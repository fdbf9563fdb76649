using System.Diagnostics;
using Semel.Testing;
using Spectre.Console;

namespace Semel.Samples.Web;

/// <summary>Starts the small cloud and runs the program against it until all is there, then once more.</summary>
internal sealed class Story(IAnsiConsole console, bool killAfterPost)
{
    private const string Wrong = "10.0.0.0/99";
    private const string Right = "10.0.0.0/24";
    private static readonly string[] Kinds = [CloudKind.Networks, CloudKind.Tags, CloudKind.Servers, CloudKind.LoadBalancers, CloudKind.Firewalls];

    private readonly string _folder = Path.Combine(Directory.GetCurrentDirectory(), ".semel", "demo-" + DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture));

    /// <returns>0 when the story ended as it should.</returns>
    public async Task<int> TellAsync()
    {
        await using var cloud = await CloudServer.StartAsync();
        console.MarkupLine("A network, a tag, two servers, a load balancer and a firewall, on a small cloud on this machine.");

        await RunAsync(cloud, "Run 1: the network's range is wrong", Wrong);
        if (killAfterPost)
        {
            console.MarkupLine("");
            console.MarkupLine("[bold]Run 2: the range is right, but the process is killed between the reply of the first server and its record[/]");
            var before = cloud.Applied.Count;
            await RunAndDieAsync(cloud);
            Count(cloud, before);
        }

        await RunAsync(cloud, killAfterPost ? "Run 3: again" : "Run 2: the range is right", Right);
        var applied = cloud.Applied.Count;
        await RunAsync(cloud, killAfterPost ? "Run 4: once more" : "Run 3: once more", Right);

        var once = Kinds.All(kind => cloud.Count(kind) == (kind == CloudKind.Servers ? 2 : 1)) && cloud.Applied.Count == applied;
        console.MarkupLine("");
        console.MarkupLine(once ? "[green]Exactly one of each; the last run changed nothing.[/]" : "[red]That is not one of each.[/]");
        console.WriteLine($"The records are in {Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder)}");
        return once ? 0 : 1;
    }

    private async Task RunAsync(CloudServer cloud, string title, string range)
    {
        console.MarkupLine("");
        console.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
        var before = cloud.Applied.Count;
        using var http = new HttpClient { BaseAddress = cloud.BaseAddress };
        await new WebSite(http, new SemelContext(new FileDataRepository(_folder), scope: "demo"), new Report(console)).ProvisionAsync(range);
        Count(cloud, before);
    }

    /// <summary>The run that is killed needs a process of its own.</summary>
    private async Task RunAndDieAsync(CloudServer cloud)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Story).Assembly.Location);
        foreach (var argument in new[] { "--run", cloud.BaseAddress.ToString(), Right, _folder, "--die-after-post" }) start.ArgumentList.Add(argument);
        using var run = Process.Start(start)!;
        console.Write(await run.StandardOutput.ReadToEndAsync());
        await run.WaitForExitAsync();
        console.WriteLine($"  killed (exit code {run.ExitCode})");
    }

    private void Count(CloudServer cloud, int before) => console.MarkupLine(
        $"  [grey]the cloud counts: {string.Join(", ", Kinds.Select(kind => $"{kind.Replace('_', ' ')} {cloud.Count(kind)}"))}; changes in this run: {cloud.Applied.Count - before}[/]");
}
