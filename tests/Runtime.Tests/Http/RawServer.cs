using System.Net;
using System.Net.Sockets;

namespace Semel.Runtime.Tests.Http;

/// <summary>A server of bare connections, for faults that a real one doesn't make. It counts the requests that arrived whole.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _firstRequest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<RawConnection, Task> _answer;
    private readonly Task _accepting;
    private int _requests;

    /// <param name="answer">What to do with the connection after a whole request arrived; it is closed afterwards.</param>
    public RawServer(Func<RawConnection, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Requests => _requests;

    public Task FirstRequest => _firstRequest.Task;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static RawServer Writing(string reply) => new(connection => connection.WriteAsync(reply));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket);
                if (await RawConnection.ReadRequestAsync(stream, _stop.Token) is not { } request) return;
                Interlocked.Increment(ref _requests);
                _firstRequest.TrySetResult();
                await _answer(new RawConnection(socket, stream, request, _stop.Token));
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // the client went away, or the test is over
            }
        }
    }
}
