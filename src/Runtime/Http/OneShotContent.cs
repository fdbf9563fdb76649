using System.Net;
using System.Net.Http.Headers;

namespace Semel;

/// <summary>A body that is written to the wire once. No handler, redirect or retry, above or below, gets its bytes a second time.</summary>
/// <remarks>
/// Buffering, reading and changing are refused, because a copy is sent again without being asked again: the body is written to
/// the stream of a connection or not at all. The length is declared: many servers refuse chunked bodies.
/// </remarks>
internal sealed class OneShotContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;
    private readonly HttpContent? _inner;
    private readonly Action? _beforeFirstByte;
    private int _writes;
    private volatile bool _started;
    private volatile bool _repeated;
    private volatile bool _buffered;

    /// <param name="body">UTF-8 JSON; empty for a request without a body.</param>
    /// <param name="beforeFirstByte">Called right before the first byte is written. What it throws stops the send.</param>
    /// <param name="contentType">Its media type; null: <c>application/json</c>.</param>
    public OneShotContent(ReadOnlyMemory<byte> body, Action? beforeFirstByte = null, string? contentType = null)
    {
        _body = body;
        _beforeFirstByte = beforeFirstByte;
        if (body.Length > 0) Headers.ContentType = MediaTypeHeaderValue.Parse(contentType ?? "application/json");
    }

    /// <summary>A body of another media type, which may be a stream: its length is declared where it is known.</summary>
    public OneShotContent(HttpContent inner, Action? beforeFirstByte = null)
    {
        _inner = inner;
        _beforeFirstByte = beforeFirstByte;
        foreach (var (name, values) in inner.Headers.NonValidated)
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) Headers.TryAddWithoutValidation(name, values);
    }

    /// <summary>True once the first byte may have left: only before that it is certain that nothing was sent.</summary>
    public bool Started => _started;

    /// <summary>True when a second write was asked for and refused.</summary>
    public bool Repeated => _repeated;

    /// <summary>True when somebody tried to keep a copy and was refused.</summary>
    public bool Buffered => _buffered;

    /// <summary>What the callback threw, where it stopped the send.</summary>
    public Exception? Stop { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin(stream, cancellationToken);
        if (_inner is not null) await _inner.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        else await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin(stream, cancellationToken);
        if (_inner is not null) _inner.CopyTo(stream, null, cancellationToken);
        else stream.Write(_body.Span);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => throw RefuseCopy();

    protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) => throw RefuseCopy();

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => throw RefuseCopy();

    protected override bool TryComputeLength(out long length)
    {
        length = _inner is null ? _body.Length : _inner.Headers.ContentLength ?? 0;
        return _inner is null || _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner?.Dispose();
        base.Dispose(disposing);
    }

    private void Begin(Stream stream, CancellationToken cancellationToken)
    {
        if (!ConnectionStream.Is(stream)) throw RefuseCopy();
        if (Interlocked.Exchange(ref _writes, 1) != 0)
        {
            _repeated = true;
            throw new RepeatedSendException("This request is sent once: a redirect, a retry, an authentication challenge or a handler tried to send it again.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _beforeFirstByte?.Invoke();
        }
        catch (Exception error)
        {
            Stop = error;
            throw;
        }

        _started = true;
    }

    private RepeatedSendException RefuseCopy()
    {
        _buffered = true;
        return new RepeatedSendException("This request is sent once: a handler tried to buffer, read or change its body, from where it could be sent again. Remove the handler from this client.");
    }
}
