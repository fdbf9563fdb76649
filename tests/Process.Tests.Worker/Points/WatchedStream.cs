namespace Semel.Processes;

/// <summary>A connection for one request: before its bytes, between them, after them, and at the first of the reply are points.</summary>
internal sealed class WatchedStream(Stream wire, string step, Trace trace) : Stream
{
    private bool answered;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        trace.Pass($"{step}-send");
        foreach (var (point, length) in new[] { ("first-byte", 1), ("half", buffer.Length / 2), ("all-but-one", buffer.Length - 1) })
        {
            if (!trace.IsAt($"{step}-{point}")) continue;
            await wire.WriteAsync(buffer[..length], cancellationToken);
            trace.Pass($"{step}-{point}");
            buffer = buffer[length..]; // the rest, once the process is continued
        }

        await wire.WriteAsync(buffer, cancellationToken);
        trace.Pass($"{step}-sent");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await wire.ReadAsync(buffer, cancellationToken);
        if (read > 0 && !answered)
        {
            answered = true;
            trace.Pass($"{step}-reply-byte");
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => wire.FlushAsync(cancellationToken);

    public override void Flush() => wire.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) wire.Dispose();
        base.Dispose(disposing);
    }
}
