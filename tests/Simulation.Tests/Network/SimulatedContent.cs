using System.Net;
using System.Text;

namespace Semel.Simulation;

/// <summary>The body of a reply: its bytes come when the scheduler lets them, and may end too early.</summary>
internal sealed class SimulatedContent(Process process, Verb verb, string body) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new ReplyStream(process, verb, Encoding.UTF8.GetBytes(body)));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("Replies are read as streams.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class ReplyStream(Process process, Verb verb, byte[] bytes) : Stream
    {
        private int _read;
        private bool _isAsked;
        private bool _isCut;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isAsked)
            {
                _isAsked = true;
                _isCut = await process.ReachAsync(new(verb, Phase.LastReplyByte), cancellationToken).ConfigureAwait(false) == FaultId.TruncatedReply;
            }

            if (_isCut && _read > 0) throw new HttpIOException(HttpRequestError.ResponseEnded, "the reply ended too early");
            var count = Math.Min(buffer.Length, (_isCut ? bytes.Length / 2 : bytes.Length) - _read);
            bytes.AsMemory(_read, count).CopyTo(buffer);
            _read += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing reads synchronously.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
