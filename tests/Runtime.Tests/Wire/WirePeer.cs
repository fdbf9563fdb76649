using System.Net;
using System.Net.Sockets;

namespace Semel.Runtime.Tests.Wire;

/// <summary>A server of bare connections that follows a script. It counts the POSTs that arrived whole: those it could have applied.</summary>
internal sealed class WirePeer : IAsyncDisposable
{
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(20);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _firstEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _warm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<WireRequest> _waiting = [];
    private readonly List<Exception> _errors = [];
    private readonly int _version;
    private readonly int _together;
    private readonly Func<WireRequest, Task> _answer;
    private readonly Task _accepting;
    private int _posts;
    private int _stopped;

    /// <param name="version">1 or 2.</param>
    /// <param name="together">How many POSTs the client sends at the same time: they are answered once so many are there.</param>
    /// <param name="listens">False: the port is taken, and refuses connections.</param>
    /// <param name="answer">What to do with a request.</param>
    public WirePeer(int version, int together, bool listens, Func<WireRequest, Task> answer)
    {
        (_version, _together, _answer) = (version, together, answer);
        if (listens) _listener.Start();
        else _listener.Server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.Server.LocalEndPoint!).Port}");
        _accepting = listens ? AcceptAsync() : Task.CompletedTask;
    }

    public Uri Address { get; }

    public int Posts => _posts;

    /// <summary>Completes when a GET was dealt with.</summary>
    public Task Warm => _warm.Task;

    /// <summary>Completes when a connection has ended.</summary>
    public Task FirstEnd => _firstEnd.Task;

    /// <summary>Whatever the client sent is counted before this returns: its connections are closed already.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1) return;
        await _stop.CancelAsync();
        await _accepting.WaitAsync(Hangs);
        _listener.Stop();
        _stop.Dispose();
        if (_errors.Count > 0) throw new AggregateException(_errors);
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            while (_listener.Pending()) connections.Add(ServeAsync(await _listener.AcceptSocketAsync(CancellationToken.None)));
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                await using var stream = new NetworkStream(socket);
                IWireSession session = _version == 2 ? new Http2Session(socket, stream) : new Http11Session(socket, stream);
                while (await session.ReadAsync(CancellationToken.None) is { } request)
                {
                    foreach (var due in Due(request)) await _answer(due);
                    if (!request.IsPost) _warm.TrySetResult();
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // the connection was reset, here or there
        }
        catch (Exception error)
        {
            lock (_lock) _errors.Add(error);
        }

        _firstEnd.TrySetResult();
    }

    private WireRequest[] Due(WireRequest request)
    {
        if (!request.IsPost) return [request];
        lock (_lock)
        {
            _posts++;
            _waiting.Add(request);
            if (_waiting.Count < _together) return [];
            WireRequest[] due = [.. _waiting];
            _waiting.Clear();
            return due;
        }
    }
}
