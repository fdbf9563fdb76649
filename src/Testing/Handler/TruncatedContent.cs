using System.Net;
using System.Net.Http.Headers;

namespace Semel.Testing.Handler;

/// <summary>The beginning of a body, and then the exception of a connection that broke.</summary>
internal sealed class TruncatedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _beginning;

    public TruncatedContent(ReadOnlyMemory<byte> beginning, HttpContentHeaders headers)
    {
        _beginning = beginning;
        foreach ((string name, IEnumerable<string> values) in headers) Headers.TryAddWithoutValidation(name, values);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_beginning).ConfigureAwait(false);
        throw new HttpIOException(HttpRequestError.ResponseEnded, "Scripted: the response ended prematurely.");
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(_beginning));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
