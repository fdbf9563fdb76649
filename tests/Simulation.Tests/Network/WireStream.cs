using System.IO.Pipelines;

namespace Semel.Simulation;

/// <summary>The connection as the request's content sees it: a first byte, a last byte, and no way back. Its stream is one that handlers of the wire write to.</summary>
internal sealed class WireStream(Process process, Verb verb) : PipeWriter
{
    public byte[] Body { get; private set; } = [];

    /// <summary>What befell the last byte.</summary>
    public FaultId Fault { get; private set; }

    public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (source.IsEmpty) return default;
        await process.ReachAsync(new(verb, Phase.FirstByte), cancellationToken).ConfigureAwait(false);
        Fault = await process.ReachAsync(new(verb, Phase.LastByte), cancellationToken).ConfigureAwait(false);
        Body = [.. Body, .. source.Span];
        return default;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void Advance(int bytes) => throw new NotSupportedException("Nothing writes into the wire's memory.");

    public override Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException("Nothing writes into the wire's memory.");

    public override Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException("Nothing writes into the wire's memory.");

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
