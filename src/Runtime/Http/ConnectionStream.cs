using System.IO.Pipelines;
using System.Net;
using System.Reflection;

namespace Semel;

/// <summary>Tells the stream of a connection from one that keeps what is written to it, or hands it on to somebody who may.</summary>
internal static class ConnectionStream
{
    private static readonly Type BufferOfHttpContent = FindBufferOfHttpContent();

    /// <summary>SocketsHttpHandler writes to streams of its own; ASP.NET Core's TestServer to a pipe.</summary>
    private static readonly Assembly[] Handlers = [typeof(HttpContent).Assembly, typeof(PipeWriter).Assembly];

    /// <summary>
    /// True for the streams that the last handler before the wire writes to. Any other, such as a memory, a file, a compressing
    /// stream in front of either, or one of a handler's own, may lead to a copy that can be sent again.
    /// </summary>
    public static bool Is(Stream stream) => !stream.CanSeek && stream.GetType() != BufferOfHttpContent && Handlers.Contains(stream.GetType().Assembly);

    /// <summary>The type is private to System.Net.Http; buffering an empty content shows it.</summary>
    private static Type FindBufferOfHttpContent()
    {
        using var probe = new Probe();
        probe.LoadIntoBufferAsync().GetAwaiter().GetResult();
        return probe.Target ?? throw new InvalidOperationException("HttpContent buffers without serialising.");
    }

    private sealed class Probe : HttpContent
    {
        public Type? Target { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Target = stream.GetType();
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return true;
        }
    }
}
