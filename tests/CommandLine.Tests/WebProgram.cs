using System.Diagnostics;
using System.Text.Json.Nodes;
using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>The built sample, or the worker that is like it, as a process: on a pipe, or in a terminal of its own.</summary>
internal sealed class WebProgram : IAsyncDisposable
{
    private static readonly string Configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    private readonly string _folder = Directory.CreateTempSubdirectory("semel-commands-").FullName;
    private readonly string _assembly;

    private WebProgram(CloudServer cloud, params string[] project)
    {
        Cloud = cloud;
        _assembly = Path.Combine(Repository.Root, Path.Combine(project[..^1]), "bin", Configuration, "net10.0", project[^1]);
    }

    public CloudServer Cloud { get; }

    public string Folder => _folder;

    public static async Task<WebProgram> OpenAsync() =>
        new(await CloudServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken), "samples", "Web", "Semel.Samples.Web.dll");

    /// <summary>The worker: the sample's workflow, or one with secrets; it dies where it is told to.</summary>
    public static async Task<WebProgram> OpenWorkerAsync() =>
        new(await CloudServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken), "tests", "CommandLine.Tests.Worker", "Semel.CommandLine.Tests.Worker.dll");

    /// <summary>Runs a command to its end, its output on a pipe.</summary>
    public Task<Screenful> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>The same with more in its environment.</summary>
    public async Task<Screenful> RunAsync(IReadOnlyList<(string Name, string Value)> environment, params string[] arguments)
    {
        using var process = Start("dotnet", [_assembly, .. arguments], environment);
        return await EndAsync(process);
    }

    /// <summary>Runs a command until something happens, and kills it then.</summary>
    public async Task<Screenful> KillAsync(Task when, IReadOnlyList<(string Name, string Value)> environment, params string[] arguments)
    {
        using var process = Start("dotnet", [_assembly, .. arguments], environment);
        var end = EndAsync(process);
        await Task.WhenAny(when, end);
        process.Kill();
        return await end;
    }

    public async Task<JsonNode> JsonAsync(params string[] arguments) => JsonNode.Parse((await RunAsync([.. arguments, "--json"])).Output)!;

    /// <summary>Runs a command in a pseudo-terminal, and types what is given.</summary>
    public async Task<Screenful> TypeAsync(string keys, IReadOnlyList<(string Name, string Value)> environment, params string[] arguments)
    {
        using var process = StartInTerminal(environment, arguments);
        await process.StandardInput.WriteAsync(keys);
        await process.StandardInput.FlushAsync();
        return await EndAsync(process, closesInput: false);
    }

    /// <summary>Begins a command in a pseudo-terminal.</summary>
    public Process StartInTerminal(IReadOnlyList<(string Name, string Value)> environment, params string[] arguments)
    {
        var command = string.Join(' ', new[] { "dotnet", _assembly }.Concat(arguments).Select(argument => $"'{argument}'"));
        return Start("script", ["-qec", $"stty cols 160 rows 40; {command}", "/dev/null"], [("TERM", "xterm-256color"), .. environment]);
    }

    /// <summary>With SIGINT as a terminal gives it: where the tests run in the background of a shell it would be ignored, and their children's as well.</summary>
    public Process Start(params string[] arguments) => Start("env", ["--default-signal=INT", "dotnet", _assembly, .. arguments], []);

    public static async Task<Screenful> EndAsync(Process process, bool closesInput = true)
    {
        if (closesInput) process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Screenful(process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(string program, IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CLOUD_API"] = Cloud.BaseAddress.ToString();
        start.Environment.Remove("NO_COLOR");
        start.Environment.Remove("TERM");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
