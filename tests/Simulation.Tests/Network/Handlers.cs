namespace Semel.Simulation;

/// <summary>What users put above the wire.</summary>
internal enum HandlerKind
{
    None,
    Resends,
    Buffers,
    Clones,
}

/// <summary>Handlers that repeat requests on their own: none of them may repeat a create.</summary>
internal sealed class RepeatingHandler(HandlerKind kind, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (kind == HandlerKind.Buffers && request.Content is not null) await request.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        var copy = kind == HandlerKind.Clones && request.Content is not null ? await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : null;
        try
        {
            var response = await base.SendAsync(Next(request, copy), cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode < 500) return response;
            response.Dispose();
        }
        catch (HttpRequestException)
        {
        }

        return await base.SendAsync(Next(request, copy), cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage Next(HttpRequestMessage request, byte[]? copy)
    {
        if (copy is null) return request;
        var clone = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(copy) };
        foreach (var header in request.Headers) clone.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return clone;
    }
}

/// <summary>What one-shot content prevents: its bytes are taken from the wire below it and sent again.</summary>
internal sealed class BytesOnceMore(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null) return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var copy = new CopyStream();
        await request.Content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        request.Content = new ByteArrayContent(copy.Bytes);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>No stream that the content would recognise as a buffer.</summary>
    private sealed class CopyStream : Stream
    {
        public byte[] Bytes { get; private set; } = [];

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Bytes = [.. Bytes, .. buffer.AsSpan(offset, count)];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes = [.. Bytes, .. buffer.Span];
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
