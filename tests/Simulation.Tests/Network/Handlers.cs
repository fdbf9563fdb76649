using System.IO.Pipelines;

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
        request.Content = new ByteArrayContent(await Bytes.OfAsync(request.Content, cancellationToken).ConfigureAwait(false));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What a body prevents: a POST without one is sent again by HttpClient itself when its connection is closed before the reply.</summary>
internal sealed class BodyInHeader(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const string Header = "X-Body";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null) return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        request.Headers.Add(Header, Convert.ToBase64String(await Bytes.OfAsync(request.Content, cancellationToken).ConfigureAwait(false)));
        request.Content = null;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The bytes of a content, by a stream that it takes for a connection's.</summary>
internal static class Bytes
{
    public static async Task<byte[]> OfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(PipeWriter.Create(copy).AsStream(), cancellationToken).ConfigureAwait(false);
        return copy.ToArray();
    }
}
