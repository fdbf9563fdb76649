using System.Net.Sockets;

namespace Semel.Processes;

/// <summary>Every request has a connection of its own, and its steps are points that are named after its method: <c>post-connect</c>.</summary>
internal sealed class WatchedHandler : DelegatingHandler
{
    private readonly Trace trace;
    private string method = "";

    public WatchedHandler(Trace trace)
    {
        this.trace = trace;
        InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, UseProxy = false, ConnectCallback = ConnectAsync };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        method = request.Method.Method.ToLowerInvariant();
        var response = await base.SendAsync(request, cancellationToken);
        trace.Pass($"{method}-reply-headers");
        return response;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        trace.Pass($"{method}-connect");
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            trace.Pass($"{method}-connected");
            return new WatchedStream(new NetworkStream(socket, ownsSocket: true), method, trace);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
