using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Semel.PostgreSqlTests;

/// <summary>Between a client and the server: hands everything on, but for the reply to one write, or to its COMMIT, with which the connection is lost.</summary>
internal sealed class LossyWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int port;
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;
    private int seen;

    public LossyWire(int port)
    {
        this.port = port;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>True: what is lost is the reply to a COMMIT. False: to the statements before it, so that the server takes them back.</summary>
    public required bool AtCommit { get; init; }

    /// <summary>The number of the write, counted from 1.</summary>
    public required int Write { get; init; }

    /// <summary>Whether it came to that.</summary>
    public bool HasLost => Volatile.Read(ref seen) >= Write;

    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(RunAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RunAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, port);
        var loses = false;
        await Task.WhenAny(
            CopyAsync(client, server, sent => loses |= sent.Span.IndexOf(AtCommit ? "COMMIT\0"u8 : "READ COMMITTED"u8) >= 0 && Interlocked.Increment(ref seen) == Write, () => false),
            CopyAsync(server, client, _ => { }, () => Volatile.Read(ref loses)));
    }

    /// <summary>What arrives when it is to be lost is not handed on, and nothing after it.</summary>
    private async Task CopyAsync(TcpClient from, TcpClient to, Action<ReadOnlyMemory<byte>> see, Func<bool> isLost)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, end.Token) is var count and > 0)
            {
                if (isLost()) return;
                see(buffer.AsMemory(0, count));
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}
