using System.Buffers.Binary;
using System.Net.Sockets;

namespace Semel.Runtime.Tests.Wire;

/// <summary>The server's end of an HTTP/2 connection (RFC 9113), as far as SocketsHttpHandler uses the protocol: whatever else comes ends the run.</summary>
internal sealed class Http2Session(Socket socket, NetworkStream stream) : IWireSession
{
    private const byte EndStream = 1, Ack = 1, EndHeaders = 4;
    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();
    private readonly Dictionary<int, Http2Request> _open = [];
    private bool _greeted;

    private enum Frame : byte
    {
        Data,
        Headers,
        Priority,
        ResetStream,
        Settings,
        PushPromise,
        Ping,
        GoAway,
        WindowUpdate,
    }

    /// <summary>The last stream that a request came on.</summary>
    public int Last { get; private set; }

    public async Task<WireRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_greeted) await GreetAsync(cancellationToken);
            while (true)
            {
                var head = await ReadExactlyAsync(9, cancellationToken);
                var (kind, flags, id) = ((Frame)head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)));
                var payload = await ReadExactlyAsync(head[0] << 16 | head[1] << 8 | head[2], cancellationToken);
                if (await TakeAsync(kind, flags, id, payload) is { } whole) return whole;
            }
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    public Task ReplyAsync(int id, byte[] headers, ReadOnlySpan<byte> body, bool isWhole) => SendAsync([
        .. FrameOf(Frame.Headers, EndHeaders, id, headers),
        .. FrameOf(Frame.Data, isWhole ? EndStream : (byte)0, id, body),
    ]);

    /// <summary>The head of a frame that never comes.</summary>
    public Task StartFrameAsync(int id) => SendAsync(FrameOf(Frame.Headers, EndHeaders, id, new byte[20])[..12]);

    public Task ResetStreamAsync(int id, int code) => SendAsync(FrameOf(Frame.ResetStream, 0, id, Number(code)));

    public Task GoAwayAsync(int last, int code) => SendAsync(FrameOf(Frame.GoAway, 0, 0, [.. Number(last), .. Number(code)]));

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        _greeted = true;
        var preface = await ReadExactlyAsync(Preface.Length, cancellationToken);
        if (!preface.AsSpan().SequenceEqual(Preface)) throw new NotSupportedException("The client speaks no HTTP/2.");
        await SendAsync(FrameOf(Frame.Settings, 0, 0, []));
    }

    private async Task<WireRequest?> TakeAsync(Frame kind, byte flags, int id, byte[] payload)
    {
        switch (kind)
        {
            case Frame.Headers:
                if ((flags | EndStream) != (EndHeaders | EndStream)) throw new NotSupportedException($"HEADERS with flags {flags}.");
                var fields = HeaderBlock.Read(payload);
                _open[id] = new Http2Request(socket, this, id) { Method = fields[":method"], Path = fields[":path"], HasCredentials = fields.ContainsKey("authorization") };
                break;
            case Frame.Settings when (flags & Ack) == 0:
                await AcknowledgeAsync(Frame.Settings, []);
                break;
            case Frame.Ping when (flags & Ack) == 0:
                await AcknowledgeAsync(Frame.Ping, payload);
                break;
            case Frame.ResetStream:
                _open.Remove(id);
                break;
        }

        var ends = kind is Frame.Headers or Frame.Data && (flags & EndStream) != 0;
        if (!ends || !_open.Remove(id, out var request)) return null;
        Last = int.Max(Last, id);
        return request;
    }

    private async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>After FIN it cannot be sent any more; the client still has to be read, until it closes.</summary>
    private async Task AcknowledgeAsync(Frame kind, byte[] payload)
    {
        try
        {
            await SendAsync(FrameOf(kind, Ack, 0, payload));
        }
        catch (IOException)
        {
            // closed
        }
    }

    private async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes);

    private static byte[] FrameOf(Frame kind, byte flags, int id, ReadOnlySpan<byte> payload) =>
        [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, (byte)kind, flags, .. Number(id), .. payload];

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
