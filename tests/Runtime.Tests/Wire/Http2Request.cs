using System.Net.Sockets;

namespace Semel.Runtime.Tests.Wire;

/// <summary>A request on a stream of HTTP/2.</summary>
internal sealed class Http2Request(Socket socket, Http2Session session, int id) : WireRequest(socket)
{
    private static ReadOnlySpan<byte> Body => """{"id":7}"""u8;

    public override Task ReplyAsync(int status, params (string Name, string Value)[] headers) => session.ReplyAsync(id, HeaderBlock.Write(status, headers), Body, isWhole: true);

    public override Task StartHeadAsync() => session.StartFrameAsync(id);

    public override Task StartBodyAsync() => session.ReplyAsync(id, HeaderBlock.Write(201, []), Body[..4], isWhole: false);

    public Task ResetStreamAsync(int code) => session.ResetStreamAsync(id, code);

    /// <summary>GOAWAY that says: no request was looked at.</summary>
    public Task GoAwayUnreadAsync() => session.GoAwayAsync(0, 0);

    /// <summary>GOAWAY that says: all requests so far may have been worked on.</summary>
    public Task GoAwayReadAsync() => session.GoAwayAsync(session.Last, 0);
}
