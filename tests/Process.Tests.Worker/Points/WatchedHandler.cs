using System.Net.Sockets;

namespace Semel.Processes;

/// <summary>Every request has a connection of its own, and its steps are points, named after what it does: <c>create-connect</c>.</summary>
internal sealed class WatchedHandler : DelegatingHandler
{
    private readonly Trace trace;
    private string step = "";

    public WatchedHandler(Trace trace)
    {
        this.trace = trace;
        InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, UseProxy = false, ConnectCallback = ConnectAsync };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        step = request.Method == HttpMethod.Post || request.Method == HttpMethod.Put ? "create" : request.Method.Method.ToLowerInvariant();
        var response = await base.SendAsync(request, cancellationToken);
        trace.Pass($"{step}-reply-headers");
        return response;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        trace.Pass($"{step}-connect");
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            trace.Pass($"{step}-connected");
            return new WatchedStream(new NetworkStream(socket, ownsSocket: true), step, trace);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
