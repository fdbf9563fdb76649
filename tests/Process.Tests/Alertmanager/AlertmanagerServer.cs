using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Semel.Processes;

/// <summary>Debian's Alertmanager on a port of its own, as long as the tests of a class run.</summary>
public sealed class AlertmanagerServer : IAsyncLifetime
{
    private const string Program = "prometheus-alertmanager";

    private readonly string folder = Directory.CreateTempSubdirectory("semel-alertmanager-").FullName;
    private HttpClient? http;
    private Process? process;

    /// <summary>A client of the running server's API, or the test is skipped.</summary>
    internal HttpClient Http
    {
        get
        {
            Assert.SkipWhen(http is null, $"{Program} is not installed; on Debian: apt-get install {Program}.");
            return http;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (FindProgram() is not { } program) return;
        var configuration = Path.Combine(folder, "alertmanager.yml");
        await File.WriteAllTextAsync(configuration, "route:\n  receiver: nobody\nreceivers:\n- name: nobody\n");
        var address = new Uri($"http://127.0.0.1:{FreePort()}/api/v2/");
        process = Children.Start(new ProcessStartInfo(program,
        [
            $"--config.file={configuration}",
            $"--storage.path={Path.Combine(folder, "data")}",
            $"--web.listen-address={address.Authority}",
            "--cluster.listen-address=",
            "--log.level=error",
        ]));
        http = new HttpClient { BaseAddress = address };
        await Eventually.IsAsync(IsReadyAsync, $"{Program} is ready");
    }

    public ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (process is not null) Children.End(process);
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Every silence whose matcher has this value, expired ones too.</summary>
    internal async Task<IReadOnlyList<JsonObject>> SilencesAsync(string instance)
    {
        var all = JsonNode.Parse(await Http.GetStringAsync("silences"))!.AsArray();
        return [.. all.Select(silence => silence!.AsObject()).Where(silence => (string?)silence["matchers"]![0]!["value"] == instance)];
    }

    /// <summary>Those that silence something now.</summary>
    internal async Task<IReadOnlyList<JsonObject>> ActiveAsync(string instance) =>
        [.. (await SilencesAsync(instance)).Where(silence => (string?)silence["status"]!["state"] == "active")];

    private static string? FindProgram() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(directory => Path.Combine(directory, Program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(process!.HasExited, $"{Program} ended with {(process.HasExited ? process.ExitCode : 0)}.");
        try
        {
            using var reply = await http!.GetAsync("/-/ready");
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
