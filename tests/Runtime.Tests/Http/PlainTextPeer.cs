using System.IO.Pipelines;

namespace Semel.Runtime.Tests.Http;

/// <summary>A connection whose other end speaks no TLS.</summary>
internal static class PlainTextPeer
{
    public static async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var (fromPeer, toPeer) = (new Pipe(), new Pipe());
        await fromPeer.Writer.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), cancellationToken);
        await fromPeer.Writer.CompleteAsync();
        return new DuplexStream(fromPeer.Reader.AsStream(), toPeer.Writer.AsStream());
    }

    private sealed class DuplexStream(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => output.Flush();

        public override int Read(byte[] buffer, int offset, int count) => input.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => input.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => output.WriteAsync(buffer, cancellationToken);
    }
}
