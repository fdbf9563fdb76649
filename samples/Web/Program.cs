using System.Diagnostics;
using Semel;
using Semel.Samples.Web;
using Semel.Testing;
using Spectre.Console;

// Without arguments: the story. --kill-after-post: the story with a crash between the reply of a POST and its record.
// --run URL RANGE FOLDER [--die-after-post]: one run of the program, as the story starts it in a process of its own.
var console = AnsiConsole.Create(new() { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
if (Console.IsOutputRedirected) console.Profile.Width = int.MaxValue / 2; // lines are not wrapped
return args switch
{
    [] => await new Story(console, killAfterPost: false).TellAsync(),
    ["--kill-after-post"] => await new Story(console, killAfterPost: true).TellAsync(),
    ["--run", var url, var range, var folder] => await RunAsync(url, range, folder, dies: false),
    ["--run", var url, var range, var folder, "--die-after-post"] => await RunAsync(url, range, folder, dies: true),
    _ => Usage(),
};

async Task<int> RunAsync(string url, string range, string folder, bool dies)
{
    using var http = new HttpClient(dies ? new DieAfterPost("/v1/servers") : new SocketsHttpHandler()) { BaseAddress = new Uri(url) };
    var report = new Report(console);
    await new WebSite(http, new SemelContext(new FileDataRepository(folder), scope: "demo"), report).ProvisionAsync(range);
    return report.Unfinished == 0 ? 0 : 1;
}

int Usage()
{
    console.WriteLine("usage: dotnet run --project samples/Web [--kill-after-post]");
    return 2;
}
