using System.Diagnostics;
using System.Text.RegularExpressions;
using Semel.Corpus.Tests.Driven;

namespace Semel.Workflows.Tests;

/// <summary>Prism between a client and a server: a request or a reply that doesn't fit the document is an error.</summary>
internal sealed partial class PrismProxy : IAsyncDisposable
{
    private readonly Process _process;

    private PrismProxy(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<PrismProxy> StartAsync(string document, Uri server)
    {
        var process = Process.Start(PrismPackage.Node("node_modules/@stoplight/prism-cli/dist/index.js", "proxy", "--host", "127.0.0.1", "--port", "0", "--multiprocess", "false", "--verboseLevel", "info", "--errors", document, server.ToString().TrimEnd('/')))!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is not { Success: true } match) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new(process, new(match.Groups[1].Value));
        }

        var error = await process.StandardError.ReadToEndAsync();
        process.Dispose();
        throw new InvalidOperationException($"Prism does not start: {string.Join('\n', said.TakeLast(3))}{error}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"listening on (http://127\.0\.0\.1:[1-9]\d*)")]
    private static partial Regex Listening();
}
