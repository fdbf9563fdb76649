using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Semel.Corpus.Tests.Driven;

/// <summary>Prism with one document on a port of its own: it answers by the document and judges every request by it.</summary>
internal sealed partial class PrismServer : IAsyncDisposable
{
    private readonly Process _process;

    private PrismServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<PrismServer> StartAsync(string document)
    {
        var process = Process.Start(PrismPackage.Node("node_modules/@stoplight/prism-cli/dist/index.js", "mock", "--host", "127.0.0.1", "--port", "0", "--multiprocess", "false", "--verboseLevel", "info", document))!;
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
        throw new InvalidOperationException($"Prism does not take {Path.GetFileName(document)}: {string.Join('\n', said.TakeLast(3))}{error}");
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
