namespace Semel.Simulation;

/// <summary>The connection as the request's content sees it: a first byte, a last byte, and no way back.</summary>
internal sealed class WireStream(Process process, Verb verb) : Stream
{
    public byte[] Body { get; private set; } = [];

    /// <summary>What befell the last byte.</summary>
    public FaultId Fault { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return;
        await process.ReachAsync(new(verb, Phase.FirstByte), cancellationToken).ConfigureAwait(false);
        Fault = await process.ReachAsync(new(verb, Phase.LastByte), cancellationToken).ConfigureAwait(false);
        Body = [.. Body, .. buffer.Span];
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing writes synchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
