using System.Net;

namespace Semel;

/// <summary>A body with a check right before its first byte. It may be sent again: an update is the same however often it is sent.</summary>
internal sealed class TimedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action _beforeFirstByte;

    /// <param name="inner">The body.</param>
    /// <param name="beforeFirstByte">What it throws stops the send.</param>
    public TimedContent(HttpContent inner, Action beforeFirstByte)
    {
        (_inner, _beforeFirstByte) = (inner, beforeFirstByte);
        foreach (var (name, values) in inner.Headers.NonValidated) Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _beforeFirstByte();
        return _inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _beforeFirstByte();
        _inner.CopyTo(stream, context, cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => _inner.ReadAsStreamAsync();

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
