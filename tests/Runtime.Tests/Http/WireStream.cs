using System.IO.Pipelines;

namespace Semel.Runtime.Tests.Http;

/// <summary>The wire behind a pipe, as TestServer has it: written once, never read again.</summary>
internal sealed class WireStream : Stream
{
    public WireStream() => Connection = PipeWriter.Create(this).AsStream();

    /// <summary>What a handler writes to.</summary>
    public Stream Connection { get; }

    public long Written { get; private set; }

    public bool IsBroken { get; init; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Written += IsBroken ? throw new IOException("broken") : count;
}
