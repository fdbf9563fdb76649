using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;
using Semel.Processes;

namespace Semel.PostgreSqlTests;

/// <summary>Debian's PostgreSQL on a loopback port of its own, with its data in a temporary folder.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    public const string Programs = "/usr/lib/postgresql/15/bin";

    private readonly string folder = Directory.CreateTempSubdirectory("semel-pg-").FullName;
    private readonly int port = FreePort();
    private readonly List<NpgsqlDataSource> sources = [];
    private Process? process;
    private bool isKilled;

    private PostgreSqlServer()
    {
    }

    public static bool IsInstalled => File.Exists(Path.Combine(Programs, "postgres"));

    public string Password { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public int Port => port;

    /// <summary>To a database that is always there.</summary>
    public string ConnectionString => For("postgres");

    private string Data => Path.Combine(folder, "data");

    public static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer();
        try
        {
            await server.InitializeAsync();
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string For(string database, string user = "semel") =>
        $"Host=127.0.0.1;Port={port};Username={user};Password={Password};Database={database};Maximum Pool Size=20;Timeout=10;Command Timeout=60";

    /// <summary>Connections that are closed with the server.</summary>
    public NpgsqlDataSource Open(string? connectionString = null)
    {
        var source = NpgsqlDataSource.Create(connectionString ?? ConnectionString);
        lock (sources) sources.Add(source);
        return source;
    }

    /// <summary>Runs one command.</summary>
    public async Task<object?> ExecuteAsync(string text, string? connectionString = null)
    {
        await using var source = NpgsqlDataSource.Create((connectionString ?? ConnectionString) + ";Pooling=false");
        await using var command = source.CreateCommand(text);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>SIGKILL to all of its processes: nothing is flushed any more.</summary>
    public void Kill()
    {
        isKilled = true;
        process!.Kill(entireProcessTree: true);
        Children.End(process);
    }

    /// <summary>Starts it where it was killed.</summary>
    public async Task RunAsync()
    {
        process = Children.Start(Unprivileged("postgres", "-D", Data, "-p", $"{port}", "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=400", "-c", "log_min_messages=panic"));
        isKilled = false;
        await Eventually.IsAsync(IsReadyAsync, "PostgreSQL is ready");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources) await source.DisposeAsync();
        if (process is { } running)
        {
            // not by a signal that leaves its shared memory behind
            if (IsRunning(running)) await EndAsync(Children.Start(Unprivileged("pg_ctl", "stop", "-D", Data, "-m", "fast", "-s")), "pg_ctl stop");
            Children.End(running);
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task InitializeAsync()
    {
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess) await EndAsync(Process.Start(new ProcessStartInfo("chown", ["-R", "postgres:postgres", folder]))!, "chown");
        await EndAsync(Children.Start(Unprivileged("initdb", "-D", Data, "-U", "semel", "-E", "UTF8", "--no-locale", "-A", "scram-sha-256", $"--pwfile={password}", "--no-sync")), "initdb");
    }

    /// <summary>PostgreSQL refuses to run as root; Debian's package brings a user for it.</summary>
    private static ProcessStartInfo Unprivileged(string program, params string[] arguments)
    {
        string[] line = [Path.Combine(Programs, program), .. arguments];
        if (Environment.IsPrivilegedProcess) line = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. line];
        return new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/", RedirectStandardOutput = program != "postgres", RedirectStandardError = program != "postgres" };
    }

    private static async Task EndAsync(Process process, string what)
    {
        await process.WaitForExitAsync();
        var code = process.ExitCode;
        Children.End(process);
        Assert.True(code == 0, $"{what} ended with {code}.");
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(process!.HasExited, $"PostgreSQL ended with {(process.HasExited ? process.ExitCode : 0)}.");
        try
        {
            return await ExecuteAsync("SELECT 1") is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>One that was killed is disposed of already.</summary>
    private bool IsRunning(Process running) => !isKilled && !running.HasExited;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
