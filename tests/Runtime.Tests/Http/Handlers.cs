using System.IO.Compression;
using System.Net;

namespace Semel.Runtime.Tests.Http;

/// <summary>Sends the same request again after any failure, three times in all.</summary>
internal sealed class RetryingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if ((int)response.StatusCode is < 500 and not 429 || attempt == 3) return response;
                response.Dispose();
            }
            catch (Exception) when (attempt < 3)
            {
                // again
            }
        }
    }
}

/// <summary>Buffers the body, as handlers do that want to send it again.</summary>
internal sealed class BufferingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content) await content.LoadIntoBufferAsync();
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Reads the body for a log and goes on when it can't.</summary>
internal sealed class LoggingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            await request.Content!.ReadAsStringAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            // nothing to log
        }

        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Sends clones of the request, each with a copy of the body, until one succeeds.</summary>
internal sealed class CloningHandler(Func<HttpContent, Task<byte[]>> copy) : DelegatingHandler
{
    public static CloningHandler ByReading() => new(content => content.ReadAsByteArrayAsync());

    public static CloningHandler ByStream() => new(async content =>
    {
        await using var stream = await content.ReadAsStreamAsync();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    });

    public static CloningHandler ByCopying() => new(async content =>
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await copy(content) : null;
        for (var attempt = 1; ; attempt++)
        {
            var clone = new HttpRequestMessage(request.Method, request.RequestUri)
            {
                Content = body is null ? null : new ByteArrayContent(body),
                Version = request.Version,
                VersionPolicy = request.VersionPolicy,
            };
            try
            {
                var response = await base.SendAsync(clone, cancellationToken);
                if (response.IsSuccessStatusCode || attempt == 2) return response;
                response.Dispose();
            }
            catch (HttpRequestException) when (attempt < 2)
            {
                // again
            }
        }
    }
}

/// <summary>Replaces the body by its compressed bytes.</summary>
internal sealed class CompressingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            var compressed = new MemoryStream();
            await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest)) await content.CopyToAsync(gzip, cancellationToken);
            request.Content = new ByteArrayContent(compressed.ToArray());
            request.Content.Headers.ContentType = content.Headers.ContentType;
            request.Content.Headers.ContentEncoding.Add("gzip");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Sends the request twice at the same time and takes the first reply.</summary>
internal sealed class HedgingHandler : DelegatingHandler
{
    private readonly TaskCompletionSource _firstEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when one of the two has its reply, or was refused.</summary>
    public Task FirstEnd => _firstEnd.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage>[] sends = [base.SendAsync(request, cancellationToken), base.SendAsync(request, cancellationToken)];
        await Task.WhenAny(sends);
        _firstEnd.TrySetResult();
        await ((Task)Task.WhenAll(sends)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var replies = sends.Where(send => send.IsCompletedSuccessfully).Select(send => send.Result).ToList();
        foreach (var late in replies.Skip(1)) late.Dispose();
        return replies.FirstOrDefault() ?? await sends[0];
    }
}

/// <summary>Answers without a network.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public static StubHandler Throwing(Exception error) => new((_, _) => throw error);

    public static StubHandler Answering(int status, string? body = null) => new((_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
    {
        Content = new StringContent(body ?? ""),
    }));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);
}
